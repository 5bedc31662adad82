package io.quartermaster.forecasting;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a forecast is made of: so many units usually, and how far each reason moved them.
///
/// ```
/// mean = base + Σ units = base · Π factor
/// ```
///
/// Both at once: of one period, a reason moves as many units as it has of the logarithm, and
/// those of several periods are added up.
///
/// ```
/// units = L · ln(factor),   L = (mean - base) / ln(mean / base)
/// ```
///
/// Source: B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy
/// Policy 33 (2005) 867-871 (logarithmic mean Divisia index, additive and multiplicative).
///
/// @param periods how many periods it is about
/// @param base units that would be sold if there were none of the reasons; zero or more
/// @param mean units expected
/// @param factors each reason that had a say, in the order of [Reason]
/// @param voices who was asked, and how much each had to say; empty if there was one voice alone
public record Explanation(int periods, double base, double mean, List<Factor> factors, List<Voice> voices) {

    private static final double TOO_SMALL = 1e-300;

    public Explanation {
        Chance.requireZeroOrMore("base", base);
        Chance.requireZeroOrMore("mean", mean);
        factors = List.copyOf(factors);
        voices = List.copyOf(voices);
    }

    /// How far one reason moved the forecast.
    ///
    /// @param units more, or fewer if negative
    /// @param factor by how much it multiplies: 1.2 is a fifth more
    public record Factor(Reason reason, double units, double factor) {}

    /// One of those that were asked.
    ///
    /// @param share how much of what it expects counts; in one period all shares are one together
    /// @param mean units that this one expects
    public record Voice(String name, double share, double mean) {

        private Voice plus(Voice other) {
            double both = mean + other.mean;
            double counted = share * mean + other.share * other.mean;
            return new Voice(name, both > 0 ? counted / both : (share + other.share) / 2, both);
        }
    }

    /// One period: a base, and by how much each reason multiplies it.
    public static Explanation ofFactors(double base, Map<Reason, Double> factors) {
        double mean = base;
        for (double factor : factors.values()) {
            mean *= factor;
        }
        double scale = logarithmicMean(mean, base);
        long zeros = factors.values().stream().filter(factor -> factor <= 0).count();
        var units = new EnumMap<Reason, Double>(Reason.class);
        for (var reason : factors.entrySet()) {
            double moved = zeros == 0
                    ? scale * Math.log(reason.getValue())
                    : reason.getValue() <= 0 ? -base / zeros : 0; // the limit, as the mean goes to zero
            units.put(reason.getKey(), moved);
        }
        return ofUnits(1, base, mean, units);
    }

    /// Some periods together: a base, and how many units each reason adds to it.
    ///
    /// @param mean the base with all of them
    public static Explanation ofUnits(int periods, double base, double mean, Map<Reason, Double> units) {
        double scale = logarithmicMean(mean, base);
        var factors = units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(moved -> new Factor(moved.getKey(), moved.getValue(), factor(moved.getValue(), mean, scale)))
                .toList();
        return new Explanation(periods, base, mean, factors, List.of());
    }

    private static double factor(double units, double mean, double scale) {
        if (units == 0) {
            return 1;
        }
        if (mean <= 0 || scale < TOO_SMALL) {
            return units < 0 ? 0 : 1;
        }
        return Math.exp(units / scale);
    }

    /// Between the two, and as far from both as their logarithms say; zero if one of them is.
    private static double logarithmicMean(double one, double other) {
        if (one <= 0 || other <= 0) {
            return 0;
        }
        double off = (one - other) / other;
        return off == 0 ? other : other * off / Math.log1p(off);
    }

    /// The units that each reason moved.
    public Map<Reason, Double> units() {
        var units = new EnumMap<Reason, Double>(Reason.class);
        factors.forEach(factor -> units.put(factor.reason(), factor.units()));
        return units;
    }

    /// By how much a reason multiplies; one if it had no say.
    public double factor(Reason reason) {
        return factors.stream()
                .filter(factor -> factor.reason() == reason)
                .mapToDouble(Factor::factor)
                .findFirst()
                .orElse(1);
    }

    /// The same, with one reason more that multiplies it, or more of one that is there already.
    public Explanation times(Reason reason, double factor) {
        var all = new EnumMap<Reason, Double>(Reason.class);
        factors.forEach(one -> all.put(one.reason(), one.factor()));
        all.merge(reason, factor, (one, other) -> one * other);
        var times = ofFactors(base, all);
        return periods == 1 ? times : ofUnits(periods, base, times.mean(), times.units());
    }

    /// The same, said by several.
    public Explanation saidBy(List<Voice> voices) {
        return new Explanation(periods, base, mean, factors, voices);
    }

    /// The periods of both together.
    public Explanation plus(Explanation other) {
        var units = units();
        other.units().forEach((reason, more) -> units.merge(reason, more, Double::sum));
        var all = new LinkedHashMap<String, Voice>();
        Stream.concat(voices.stream(), other.voices.stream())
                .forEach(voice -> all.merge(voice.name(), voice, Voice::plus));
        return ofUnits(periods + other.periods, base + other.base, mean + other.mean, units)
                .saidBy(List.copyOf(all.values()));
    }
}
