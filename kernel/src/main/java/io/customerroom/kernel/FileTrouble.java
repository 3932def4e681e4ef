package io.customerroom.kernel;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a file could not be read or written, in words for whoever named it. */
public final class FileTrouble {

    private static final long HARDLY_ANY = 1 << 16;

    private FileTrouble() {}

    /**
     * What stands in brackets behind "could not be written".
     *
     * @param file as it was named; where the trouble is with a file beside it, the same folder and disk count
     */
    public static String of(IOException trouble, Path file) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            return "its folder is not there";
        }
        if (folder != null && !Files.isDirectory(folder)) {
            return "what should be its folder is a file";
        }
        return cause(trouble, folder);
    }

    /** The same of something in a folder that was named: which file it was says nothing to whoever named the folder. */
    public static String in(IOException trouble, Path folder) {
        return Files.exists(folder) && !Files.isDirectory(folder)
                ? "it is a file and no folder"
                : cause(trouble, folder);
    }

    private static String cause(IOException trouble, @Nullable Path folder) {
        String said = Objects.requireNonNullElse(trouble.getMessage(), "").toLowerCase(Locale.ROOT);
        if (trouble instanceof AccessDeniedException || said.contains("permission denied")) {
            return "there is no right to it";
        }
        if (said.contains("read-only")) {
            return "the disk may only be read";
        }
        if (said.contains("no space") || said.contains("quota") || (folder != null && full(folder))) {
            return "no space is left on the disk";
        }
        if (said.contains("not a directory")) {
            return "what should be its folder is a file";
        }
        if (trouble instanceof CharacterCodingException) {
            return "it is no UTF-8 text";
        }
        if (said.contains("name too long")) {
            return "its name is too long";
        }
        if (trouble instanceof NoSuchFileException || trouble instanceof FileNotFoundException) {
            return "it is not there";
        }
        return "the disk refused";
    }

    private static boolean full(Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            return disk.getTotalSpace() > 0 && disk.getUsableSpace() < HARDLY_ANY; // some tell no size at all
        } catch (IOException e) {
            return false; // what cannot be asked is not told
        }
    }
}
