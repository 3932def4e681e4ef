package io.customerroom.web.paper;

import io.customerroom.kernel.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A PDF being written: fonts inside, text tagged for those who listen to it, a title and a language, bookmarks. Nothing in it depends on
 * when or where it is written: the same pages have the same bytes.
 */
final class Paper implements AutoCloseable {

    /**
     * @param made the clock of what is printed: of the freeze, or by when the ledger was known
     * @param papers further entries of the file's properties, by name
     */
    record Title(String title, String subject, Instant made, Map<String, String> papers) {}

    private final PDDocument document = new PDDocument();
    private final Letters letters;
    private final Title title;
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final List<COSArray> parents = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final PDDocumentOutline outline = new PDDocumentOutline();

    Paper(Title title, List<Path> fonts) {
        this.title = title;
        this.letters = new Letters(document, fonts);
        PDStructureElement root = new PDStructureElement("Document", tree);
        root.setLanguage("en");
        tree.appendKid(root);
        open.push(root);
    }

    Letters letters() {
        return letters;
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** A new page; sizes in points. */
    Sheet sheet(double width, double height) {
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        page.setStructParents(sheets.size());
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        document.addPage(page);
        parents.add(new COSArray());
        Sheet sheet = new Sheet(this, document, page, sheets.size());
        sheets.add(sheet);
        return sheet;
    }

    /** A line in the reader's list of contents. */
    void bookmark(String text, Sheet sheet) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(text);
        item.setDestination(sheet.page());
        outline.addLast(item);
    }

    /** What is drawn inside belongs together: a table, a row. */
    void group(String role, Runnable draw) {
        PDStructureElement element = element(role);
        open.push(element);
        draw.run();
        open.pop();
    }

    /** Notes that the next marked stretch of the page is of this kind, and answers its number on the page. */
    int leaf(String role, Sheet sheet, String alternative) {
        PDStructureElement element = element(role);
        if (!alternative.isEmpty()) {
            element.setAlternateDescription(alternative);
        }
        element.setPage(sheet.page());
        COSArray here = parents.get(sheet.number());
        int mark = here.size();
        element.getCOSObject().setItem(COSName.K, COSInteger.get(mark));
        here.add(element);
        return mark;
    }

    private PDStructureElement element(String role) {
        PDStructureElement parent = Objects.requireNonNull(open.peek());
        PDStructureElement element = new PDStructureElement(role, parent);
        parent.appendKid(element);
        return element;
    }

    /** The file. Nothing can be drawn after that. */
    byte[] file() {
        try {
            for (Sheet sheet : sheets) {
                sheet.finish();
            }
            describe();
            tag();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw Failure.ours("PAPER_NOT_WRITTEN", "The PDF could not be put together.", e);
        }
    }

    private void describe() throws IOException {
        GregorianCalendar made = GregorianCalendar.from(title.made().atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title.title());
        information.setSubject(title.subject());
        information.setCreator("Customer Room");
        information.setProducer("Customer Room");
        information.setCreationDate(made);
        information.setModificationDate(made);
        title.papers().forEach(information::setCustomMetadataValue);
        document.setDocumentId(0L); // else the clock of the machine goes into the file's number
        document.getDocumentCatalog().setLanguage("en");
        document.getDocumentCatalog().setMetadata(metadata());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        if (outline.hasChildren()) {
            document.getDocumentCatalog().setDocumentOutline(outline);
        }
    }

    private PDMetadata metadata() throws IOException {
        String made = title.made().toString();
        String xmp = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:CreatorTool>Customer Room</xmp:CreatorTool>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="r"?>
                """.formatted(SvgFile.escaped(title.title()), made, made);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        return metadata;
    }

    private void tag() {
        COSArray numbers = new COSArray();
        for (int i = 0; i < parents.size(); i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(parents.get(i));
        }
        COSDictionary parentTree = new COSDictionary();
        parentTree.setItem(COSName.NUMS, numbers);
        tree.getCOSObject().setItem(COSName.PARENT_TREE, parentTree);
        tree.setParentTreeNextKey(parents.size());
        document.getDocumentCatalog().setStructureTreeRoot(tree);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
    }

    PDDocument document() {
        return document;
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
