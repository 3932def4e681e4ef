package io.customerroom.room.evidence;

import static org.assertj.core.api.Assertions.assertThat;

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
        return new ExhibitView("Finding", "", List.of(), List.of(), List.of(), "", List.of(), remarks);
    }
}
