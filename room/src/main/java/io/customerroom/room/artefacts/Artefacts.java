package io.customerroom.room.artefacts;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What customers said and sent, beside the numbers. Every write leaves an entry in the trail, in one transaction; the trail names ids and
 * never repeats what an artefact says.
 */
public interface Artefacts {

    /** As many hang beside one thing on a wall; the others are one step away. */
    int BESIDE = 3;

    /**
     * Masks and redacts what is brought, keeps it, and hangs it. The original is not kept. Refused: neither words nor a file, a file that
     * is none of {@link FileType}, a picture or recording without words for those who cannot see or hear it, a document or recording that
     * nobody has cleaned, a customer who was erased. Hanging the same again changes nothing.
     */
    Artefact hang(Authorship by, Draft draft);

    /** Notes a consent anew. Refused for what is erased. The same again changes nothing. */
    Artefact consent(Authorship by, String id, Consent.Given given);

    /** Takes it from every page at once. Refused without a reason. Withdrawing twice changes nothing. */
    Artefact withdraw(Authorship by, String id);

    /** Removes its file and its words for good. Refused without a reason. Erasing twice changes nothing. */
    Artefact erase(Authorship by, String id);

    /** Erases everything that is from these customers. @return how many artefacts there were */
    int eraseOf(Authorship by, Set<CustomerId> customers);

    Optional<Artefact> find(String id);

    /** The artefact, or a failure that says where to look. */
    Artefact require(String id);

    /** Newest first, those withdrawn and erased among them. */
    List<Artefact> all();

    /** Those beside one thing, newest first; those withdrawn and erased among them. */
    List<Artefact> about(Subject subject);

    /** Those that hung on the walls of a meeting when they were frozen, in their order. */
    List<HungArtefact> of(String meeting);

    /** Where the file of an artefact lies. Refused: none, withdrawn or erased. */
    Path file(Artefact artefact);

    /** Where the small picture of an artefact lies. Refused as {@link #file}. */
    Path small(Artefact artefact);

    /** Ids of artefacts whose file is missing or not what was kept. */
    List<String> damaged();

    /** Files that no artefact names, by their hashes. */
    List<String> strays();

    /**
     * Finishes what a crash cut short: files of what was erased go at once, other strays when they were written before a moment. Hanging
     * writes its file first and names it afterwards, so the moment must lie further back than that takes.
     *
     * @return how many files went
     */
    int sweep(Instant before);
}
