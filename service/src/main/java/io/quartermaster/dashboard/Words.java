package io.quartermaster.dashboard;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.UnitCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Figures and times as people in a shop say them.
///
/// @param zone whose clock is meant where no location is named
record Words(Instant now, ZoneId zone) {

    private static final Locale PLAIN = Locale.UK;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", PLAIN);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", PLAIN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", PLAIN);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", PLAIN);
    private static final Pattern ISO_DAY = Pattern.compile("(?<![\\w-])\\d{4}-\\d{2}-\\d{2}(?![\\w:-])");
    private static final int DAYS_BY_NAME = 300;
    private static final int HOURS_OF_RECENT = 48;

    static String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(PLAIN);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount());
    }

    /// Money at a glance: no pennies from a hundred on.
    static String moneyShort(Money money) {
        return money.amount().abs().compareTo(BigDecimal.valueOf(100)) < 0
                ? money(money)
                : symbol(money.currency()) + number(money.amount().setScale(0, RoundingMode.HALF_EVEN));
    }

    /// Several amounts, of one currency each.
    static String moneys(List<Money> amounts) {
        return amounts.isEmpty()
                ? "–"
                : String.join(" + ", amounts.stream().map(Words::moneyShort).toList());
    }

    static String cost(UnitCost cost) {
        var digits = Math.max(
                cost.currency().getDefaultFractionDigits(), cost.amount().scale());
        return symbol(cost.currency())
                + cost.amount().setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
    }

    static String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(PLAIN).format(number);
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(PLAIN).format(number);
    }

    /// A quantity; pieces without a unit, as everybody counts them.
    static String quantity(Quantity quantity) {
        return number(quantity.amount()) + unit(quantity.unit());
    }

    static String units(Quantity quantity) {
        return quantity.unit() == Unit.EACH
                ? number(quantity.amount()) + (quantity.amount().compareTo(BigDecimal.ONE) == 0 ? " unit" : " units")
                : quantity(quantity);
    }

    static String plural(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case EACH -> "";
            case KILOGRAM -> " kg";
            case LITRE -> " l";
            case METRE -> " m";
        };
    }

    private static String symbol(Currency currency) {
        return currency.getSymbol(PLAIN);
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /// A day and how far it is: `Tue 3 Mar, in 4 days`.
    String day(LocalDate day) {
        return dayName(day) + ", " + far(day);
    }

    String dayName(LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(today(), day)) > DAYS_BY_NAME
                ? DAY_AND_YEAR.format(day)
                : DAY.format(day);
    }

    /// A text with days in it as machines write them, as people say it: `2026-03-03` becomes
    /// `Tue 3 Mar`. Only what is shown is reworded; what is kept stays exact.
    String spoken(String text) {
        return ISO_DAY.matcher(text).replaceAll(found -> spokenDay(found.group()));
    }

    private String spokenDay(String text) {
        try {
            return dayName(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return text; // looks like a day, and is none
        }
    }

    String far(LocalDate day) {
        var days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return "today";
        }
        if (Math.abs(days) == 1) {
            return days > 0 ? "tomorrow" : "yesterday";
        }
        return days > 0 ? "in %s days".formatted(number(days)) : "%s days ago".formatted(number(-days));
    }

    /// How long ago, or how soon: `4 min ago`, `in 2 h`.
    String ago(Instant instant) {
        var span = Duration.between(instant, now);
        var past = !span.isNegative();
        var length = span.abs();
        if (length.toHours() >= HOURS_OF_RECENT) {
            return far(instant.atZone(zone).toLocalDate());
        }
        if (length.toSeconds() < 10) {
            return "just now";
        }
        return past ? span(length) + " ago" : "in " + span(length);
    }

    static String span(Duration length) {
        if (length.toMinutes() < 1) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + " min";
        }
        return length.toHours() < HOURS_OF_RECENT ? length.toHours() + " h" : length.toDays() + " days";
    }

    /// `14:05` of today, else with the day.
    String time(Instant instant) {
        var there = instant.atZone(zone);
        return there.toLocalDate().equals(today())
                ? TIME.format(there)
                : dayName(there.toLocalDate()) + ", " + TIME.format(there);
    }

    String clock() {
        return TIME.format(now.atZone(zone));
    }

    String exact(Instant instant) {
        return EXACT.format(instant.atZone(zone)) + " " + zone.getId();
    }

    String agoOrNever(@Nullable Instant instant) {
        return instant == null ? "never" : ago(instant);
    }

    /// `SHIP_FROM_STORE` as people write it.
    static String plain(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
