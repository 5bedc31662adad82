package io.quartermaster.forecasting;

/// A model that always says the same, so that its errors can be worked out by hand.
record Stubborn(double figure, boolean isYardstick) implements ForecastModel {

    static Stubborn saying(double figure) {
        return new Stubborn(figure, false);
    }

    @Override
    public String name() {
        return "says " + figure;
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new Memory() {
            @Override
            public void observe(double units) {
                // It does not listen.
            }

            @Override
            public void skip() {
                // It does not listen.
            }

            @Override
            public double ahead(int periods) {
                return figure;
            }
        };
    }
}
