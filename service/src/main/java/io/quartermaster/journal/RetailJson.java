package io.quartermaster.journal;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.UnitCost;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Quantities and money as short texts; maps and sets in an order.
final class RetailJson {

    private RetailJson() {}

    static JacksonModule module() {
        var module = new SimpleModule("retail")
                .addSerializer(BitSet.class, new Sorted.Bits())
                .addSerializer(Map.class, new Sorted.Entries())
                .addSerializer(Set.class, new Sorted.Elements())
                .addDeserializer(BitSet.class, new FromBits());
        addText(module, Quantity.class, RetailJson::text, RetailJson::quantity);
        addText(module, Money.class, Money::toString, RetailJson::money);
        addText(module, UnitCost.class, UnitCost::toString, RetailJson::unitCost);
        return module;
    }

    private static <T> void addText(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new Sorted.Text<>(write));
        module.addDeserializer(type, new FromText<>(read));
    }

    private static String text(Quantity quantity) {
        var amount = quantity.amount().toPlainString();
        return quantity.unit() == Unit.EACH ? amount : amount + " " + quantity.unit();
    }

    private static Quantity quantity(String text) {
        var space = text.indexOf(' ');
        return space < 0
                ? Quantity.each(new BigDecimal(text))
                : new Quantity(new BigDecimal(text.substring(0, space)), Unit.valueOf(text.substring(space + 1)));
    }

    private static Money money(String text) {
        return Money.exactly(amount(text), currency(text));
    }

    private static UnitCost unitCost(String text) {
        return new UnitCost(amount(text), currency(text));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text.substring(0, Math.max(0, text.indexOf(' '))));
    }

    private static Currency currency(String text) {
        return Currency.getInstance(text.substring(text.indexOf(' ') + 1));
    }

    private static final class FromText<T> extends ValueDeserializer<T> {

        private final Function<String, T> read;

        FromText(Function<String, T> read) {
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getString();
            try {
                return read.apply(text);
            } catch (IllegalArgumentException fault) { // a NumberFormatException is one too
                return context.reportInputMismatch(this, "The text (%s) is no amount: %s", text, fault.getMessage());
            }
        }
    }

    private static final class FromBits extends ValueDeserializer<BitSet> {

        @Override
        public BitSet deserialize(JsonParser parser, DeserializationContext context) {
            var bits = new BitSet();
            for (var bit : context.readValue(parser, int[].class)) {
                bits.set(bit);
            }
            return bits;
        }
    }
}
