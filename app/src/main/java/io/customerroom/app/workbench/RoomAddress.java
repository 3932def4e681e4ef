package io.customerroom.app.workbench;

/** Where a browser finds the room, without a slash at the end. */
public final class RoomAddress {

    private RoomAddress() {}

    public static String of(String host, int port) {
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
    }
}
