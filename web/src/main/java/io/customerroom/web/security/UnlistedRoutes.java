package io.customerroom.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A handler whose address has no line in the table answers nobody: who forgot the line finds out at once, and no reader first. */
@Configuration(proxyBeanMethods = false)
class UnlistedRoutes implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                // the page of an error has a line of its own
                boolean asked = request.getDispatcherType() == DispatcherType.REQUEST;
                if (asked && handler instanceof HandlerMethod && request.getAttribute(RouteCheck.UNLISTED) != null) {
                    throw new AccessDeniedException("no line in the table of routes");
                }
                return true;
            }
        });
    }
}
