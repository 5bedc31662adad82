package io.quartermaster.ground;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the owner what is wrong with a setting in two sentences, without a stack trace.
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<RuntimeException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, RuntimeException fault) {
        for (var cause = root; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownSetting) {
                return new FailureAnalysis(
                        String.valueOf(cause.getMessage()), "Mend its name, or leave it out.", cause);
            }
            if (cause instanceof BindException) {
                return wrongValue(cause);
            }
        }
        return null;
    }

    private static @Nullable FailureAnalysis wrongValue(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException
                    && String.valueOf(cause.getMessage()).contains("quartermaster.")) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), "Mend its value.", fault);
            }
        }
        return null; // Boot says it well itself
    }
}
