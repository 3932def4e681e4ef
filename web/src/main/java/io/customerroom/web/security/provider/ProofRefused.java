package io.customerroom.web.security.provider;

/** What came back from the provider proves nothing. The reason is for whoever runs the room; nothing of the proof is in it. */
final class ProofRefused extends Exception {

    private static final long serialVersionUID = 1L;

    ProofRefused(String reason) {
        super(reason);
    }
}
