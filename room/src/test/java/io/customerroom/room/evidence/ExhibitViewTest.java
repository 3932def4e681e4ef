package io.customerroom.room.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import io.customerroom.room.evidence.ExhibitView.Layer;
import io.customerroom.room.evidence.ExhibitView.Surroundings;
import io.customerroom.room.evidence.ExhibitView.Tile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExhibitViewTest {

    @Test
    void whatWasFrozenBeforeThereWereRemarksKeepsItsText() {
        String bare = view(List.of()).toJson();
        assertThat(bare).doesNotContain("remarks");
        assertThat(ExhibitView.fromJson(bare)).isEqualTo(view(List.of()));
    }

    @Test
    void remarksAreFrozenWithTheirNumbers() {
        ExhibitView view = view(List.of("1: New <shifts> (leo, 2026-03-02)"));
        assertThat(ExhibitView.fromJson(view.toJson())).isEqualTo(view);
    }

    private static ExhibitView view(List<String> remarks) {
        return new ExhibitView(
                "Finding", "", List.of(), List.of(), List.of(), "", List.of(), remarks, Surroundings.NONE);
    }

    /** As meetings kept an exhibit before its surroundings were kept too. */
    private static final String OF_OLD = """
            {"chart":"","columns":[{"kind":"key","name":"period","title":"Period","unit":""},{"kind":"figure","name":"value","title":"Value","unit":""}],"finding":"11 fewer","measure":"customers","rows":[["2026-05","9.5"]],"tiles":[{"name":"net","parts":"30 in, 41 out","shown":"−11","title":"Net","value":"-11"}],"warnings":["late"]}""";

    @Test
    void anExhibitFrozenBeforeSurroundingsWereKeptReadsAndHashesAsBefore() {
        ExhibitView old = ExhibitView.fromJson(OF_OLD);
        assertThat(old.toJson()).isEqualTo(OF_OLD);
        assertThat(old.around()).isEqualTo(Surroundings.NONE);
        assertThat(old.columns().getLast()).isEqualTo(new Column("value", "Value", Kind.FIGURE, "", -1));
        assertThat(old.tiles()).containsExactly(new Tile("net", "Net", "-11", "−11", "30 in, 41 out", List.of()));
    }

    @Test
    void sentenceNoticesCaptionUnitsDigitsAndComparisonsAreKept() {
        ExhibitView view = new ExhibitView(
                "11 fewer",
                "customers",
                List.of(new Tile("net", "Net", "-11", "−11", "30 in, 41 out", List.of("−3 in April 2026: ■ −8 worse"))),
                List.of(new Column("value", "Value", Kind.FIGURE, "EUR", 2)),
                List.of(List.of("9.5")),
                "",
                List.of(),
                List.of("1: New shifts"),
                new Surroundings(
                        "We lost more than we won.",
                        List.of("Data is late"),
                        "share known",
                        "One row",
                        "flow@2",
                        new Layer("cohorts", "Do new customers stay?")));

        ExhibitView read = ExhibitView.fromJson(view.toJson());
        assertThat(read.around()).isEqualTo(view.around());
        assertThat(read.columns()).isEqualTo(view.columns());
        assertThat(read.tiles()).isEqualTo(view.tiles());
        assertThat(read.toJson()).isEqualTo(view.toJson());
    }
}
