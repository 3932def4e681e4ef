package io.customerroom.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads to the page of the confirmation where {@link FreshlyConfirmed} asks for one. */
@Configuration(proxyBeanMethods = false)
class ConfirmationCheck implements WebMvcConfigurer {

    private final Sessions sessions;

    ConfirmationCheck(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                    throws IOException {
                if (handler instanceof HandlerMethod method
                        && method.hasMethodAnnotation(FreshlyConfirmed.class)
                        && !sessions.confirmed(request)) {
                    response.sendRedirect("/account/confirmation");
                    return false;
                }
                return true;
            }
        });
    }
}
