package io.quartermaster.books.stock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Adds up the stock book once a night and says so if it does not agree with itself.
@Component
class NightlyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);

    private final Stock stock;

    NightlyCheck(Stock stock) {
        this.stock = stock;
    }

    @Scheduled(cron = "0 30 3 * * *")
    void check() {
        var result = stock.check();
        if (result.none()) {
            LOG.info("All {} stock positions are the sum of their movements.", result.checked());
        } else {
            LOG.error(
                    "Of {} stock positions {} are not the sum of their movements, the first: {}",
                    result.checked(),
                    result.found().size(),
                    result.found().getFirst());
        }
    }
}
