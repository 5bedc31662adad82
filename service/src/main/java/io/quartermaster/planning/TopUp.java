package io.quartermaster.planning;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Fills an order up to the supplier's minimum order value, with the units that are sold soonest.
///
/// Pack by pack, always of the line whose cover (what will be there, divided by daily demand) is
/// shortest, until the value is reached or every line is covered for as long as is allowed.
/// What is bought too early is then spread evenly, which is what keeps it cheapest to hold.
public final class TopUp {

    private static final int PACKS_MAX = 100_000;

    private TopUp() {}

    /// A line that may be filled up.
    ///
    /// @param position units there, coming, and ordered by this line already
    /// @param daily units sold on a day
    /// @param pack units of one pack
    /// @param packValue what a pack costs
    public record Line(double position, double daily, double pack, BigDecimal packValue) {

        public static Line of(Quantity position, DemandFigures demand, Quantity pack, Money packValue) {
            return new Line(position.toDouble(), demand.daily(), pack.toDouble(), packValue.amount());
        }

        double coverWith(int packs) {
            return daily == 0 ? Double.POSITIVE_INFINITY : (position + packs * pack) / daily;
        }
    }

    private record Filling(int line, int packs, double cover) {}

    /// How many packs more of each line.
    ///
    /// @param missing how much value is missing
    /// @param coverDaysMax the longest cover that is still sensible
    /// @return packs by line; all zero if the value cannot be reached so
    public static List<Integer> packs(List<Line> lines, BigDecimal missing, int coverDaysMax) {
        int[] packs = new int[lines.size()];
        var shortest = new PriorityQueue<Filling>(
                Comparator.comparingDouble(Filling::cover).thenComparingInt(Filling::line));
        for (int i = 0; i < lines.size(); i++) {
            offer(shortest, lines.get(i), new Filling(i, 1, lines.get(i).coverWith(0)), coverDaysMax);
        }
        var left = missing;
        for (int n = 0; left.signum() > 0 && n < PACKS_MAX; n++) {
            var next = shortest.poll();
            if (next == null) {
                return lines.stream().map(_ -> 0).toList();
            }
            var line = lines.get(next.line());
            packs[next.line()] = next.packs();
            left = left.subtract(line.packValue());
            offer(
                    shortest,
                    line,
                    new Filling(next.line(), next.packs() + 1, line.coverWith(next.packs())),
                    coverDaysMax);
        }
        return Arrays.stream(packs).boxed().toList();
    }

    private static void offer(PriorityQueue<Filling> queue, Line line, Filling filling, int coverDaysMax) {
        if (line.packValue().signum() > 0 && line.coverWith(filling.packs()) <= coverDaysMax) {
            queue.add(filling);
        }
    }
}
