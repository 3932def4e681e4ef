package io.customerroom.room.artefacts;

import java.util.Locale;

/** What a file is by its first bytes: the only kinds of files an artefact may have. */
public enum FileType {
    PNG("image/png"),
    JPEG("image/jpeg"),
    PDF("application/pdf"),
    TEXT("text/plain;charset=UTF-8"),
    MP3("audio/mpeg"),
    WAV("audio/wav"),
    OGG("audio/ogg");

    private final String media;

    FileType(String media) {
        this.media = media;
    }

    /** What the browser is told, whatever the file was called. */
    public String media() {
        return media;
    }

    /** Of the name a download gets. */
    public String ending() {
        return switch (this) {
            case JPEG -> "jpg";
            case TEXT -> "txt";
            default -> id();
        };
    }

    /** The word in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean picture() {
        return this == PNG || this == JPEG;
    }

    public boolean sound() {
        return this == MP3 || this == WAV || this == OGG;
    }

    /** Whether a page may show or play it where it stands; everything else is only ever downloaded. */
    public boolean inline() {
        return picture() || sound();
    }
}
