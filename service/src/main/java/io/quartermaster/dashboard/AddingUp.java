package io.quartermaster.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rounds parts so that what is shown of them adds up to what is shown of the whole.
final class AddingUp {

    private AddingUp() {}

    /// Each part rounded down or up to a whole number: up those of the largest remainders, as many as
    /// the rounded whole asks for.
    static List<BigDecimal> rounded(List<BigDecimal> parts) {
        var sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(0, RoundingMode.HALF_UP);
        var down =
                parts.stream().map(part -> part.setScale(0, RoundingMode.FLOOR)).toList();
        int left = sum.subtract(down.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .intValueExact();
        var up = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i).subtract(down.get(i)))
                        .reversed())
                .limit(left)
                .collect(Collectors.toSet());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> up.contains(i) ? down.get(i).add(BigDecimal.ONE) : down.get(i))
                .toList();
    }
}
