package io.quartermaster.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.CorrelationId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEntriesTests {

    private final RecentEntries recent = new RecentEntries();

    @Test
    void givesWhatWasJustAppended() {
        recent.add(entries(1, 5));

        assertThat(recent.after(2, 2)).extracting(Entry::sequence).containsExactly(3L, 4L);
        assertThat(recent.after(5, 2)).isEmpty();
    }

    @Test
    void leavesItToTheDatabaseWhenAnotherInstanceWroteInBetween() {
        recent.add(entries(1, 2));
        recent.add(entries(4, 6));

        assertThat(recent.after(0, 10)).isEmpty();
        assertThat(recent.after(3, 10)).extracting(Entry::sequence).containsExactly(4L, 5L, 6L);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        recent.add(entries(1, 20_000));

        assertThat(recent.after(0, 10)).isEmpty();
        assertThat(recent.after(19_990, 100)).hasSize(10);
    }

    private static List<Entry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(
                        i -> new Entry(i, SampleEvents.NOON, new CorrelationId("c"), SampleEvents.moved("k-" + i), ""))
                .toList();
    }
}
