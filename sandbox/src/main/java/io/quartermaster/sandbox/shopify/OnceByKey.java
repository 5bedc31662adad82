package io.quartermaster.sandbox.shopify;

import graphql.GraphqlErrorException;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Does a mutation once per key: from version 2026-04 on, Shopify refuses these mutations without
/// `@idempotent(key: …)`.
final class OnceByKey {

    private static final int KEYS_MAX = 50_000;
    private static final int KEY_LENGTH_MAX = 255;

    private final LinkedHashMap<String, Done> done = new LinkedHashMap<>();

    /// @return the answer of the first time, or an error if the parameters differ from then
    /// @throws GraphqlErrorException if there is no key
    synchronized Map<String, Object> answer(DataFetchingEnvironment field, Supplier<Map<String, Object>> work) {
        var name = field.getField().getName();
        var key = name + "\n" + key(field);
        var arguments = field.getArguments();
        var before = done.get(key);
        if (before != null) {
            return before.arguments().equals(arguments) ? before.answer() : mismatch();
        }
        var answer = work.get();
        done.put(key, new Done(arguments, answer));
        if (done.size() > KEYS_MAX) {
            done.remove(done.firstEntry().getKey());
        }
        return answer;
    }

    private static String key(DataFetchingEnvironment field) {
        var directives = field.getQueryDirectives().getImmediateAppliedDirective("idempotent");
        var argument = directives.isEmpty() ? null : directives.getFirst().getArgument("key");
        var key = argument == null ? null : argument.getValue();
        if (!(key instanceof String text) || text.isEmpty() || text.length() > KEY_LENGTH_MAX) {
            throw GraphqlErrorException.newErrorException()
                    .message("The @idempotent directive is required for this mutation but was not provided.")
                    .path(field.getExecutionStepInfo().getPath().toList())
                    .extensions(Map.of("code", "BAD_REQUEST"))
                    .build();
        }
        return text;
    }

    private static Map<String, Object> mismatch() {
        return Map.of(
                "userErrors",
                List.of(Map.of(
                        "code",
                        "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
                        "message",
                        "The same idempotency key was used with different parameters.")));
    }

    private record Done(Map<String, Object> arguments, Map<String, Object> answer) {}
}
