package io.quartermaster.forecasting;

/// Units per period in as few bytes as they need: most shops sell fewer than a hundred of a thing
/// a day, so a day costs one byte, not eight. A missing value is `NaN`.
sealed interface PackedUnits {

    int length();

    double at(int period);

    /// All of them, unpacked.
    double[] all();

    /// Bytes that a period takes: 1, 2 or 8.
    int width();

    /// Packs a copy of `units` in the narrowest form that loses nothing.
    static PackedUnits of(double[] units) {
        if (allWholeWithin(units, Byte.MAX_VALUE)) {
            var packed = new byte[units.length];
            for (int i = 0; i < units.length; i++) {
                packed[i] = Double.isNaN(units[i]) ? Byte.MIN_VALUE : (byte) units[i];
            }
            return new Bytes(packed);
        }
        if (allWholeWithin(units, Short.MAX_VALUE)) {
            var packed = new short[units.length];
            for (int i = 0; i < units.length; i++) {
                packed[i] = Double.isNaN(units[i]) ? Short.MIN_VALUE : (short) units[i];
            }
            return new Shorts(packed);
        }
        return new Doubles(units.clone());
    }

    private static boolean allWholeWithin(double[] units, int limit) {
        for (double value : units) {
            if (!Double.isNaN(value) && (Math.abs(value) > limit || !isWhole(value))) {
                return false;
            }
        }
        return true;
    }

    /// A cast is some ten times faster than rounding before code is compiled; beyond 2^53 there are
    /// no others.
    static boolean isWhole(double value) {
        return value == (long) value || Math.abs(value) >= 0x1p53;
    }

    /// One byte a period; its least value stands for a missing one.
    final class Bytes implements PackedUnits {

        private final byte[] packed;

        private Bytes(byte[] packed) {
            this.packed = packed;
        }

        @Override
        public int length() {
            return packed.length;
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public double at(int period) {
            return packed[period] == Byte.MIN_VALUE ? Double.NaN : packed[period];
        }

        @Override
        public double[] all() {
            var all = new double[packed.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = packed[i] == Byte.MIN_VALUE ? Double.NaN : packed[i];
            }
            return all;
        }
    }

    /// Two bytes a period; its least value stands for a missing one.
    final class Shorts implements PackedUnits {

        private final short[] packed;

        private Shorts(short[] packed) {
            this.packed = packed;
        }

        @Override
        public int length() {
            return packed.length;
        }

        @Override
        public int width() {
            return 2;
        }

        @Override
        public double at(int period) {
            return packed[period] == Short.MIN_VALUE ? Double.NaN : packed[period];
        }

        @Override
        public double[] all() {
            var all = new double[packed.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = packed[i] == Short.MIN_VALUE ? Double.NaN : packed[i];
            }
            return all;
        }
    }

    /// Eight bytes a period, for weighed goods and very large numbers.
    final class Doubles implements PackedUnits {

        private final double[] values;

        private Doubles(double[] values) {
            this.values = values;
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int width() {
            return 8;
        }

        @Override
        public double at(int period) {
            return values[period];
        }

        @Override
        public double[] all() {
            return values.clone();
        }
    }
}
