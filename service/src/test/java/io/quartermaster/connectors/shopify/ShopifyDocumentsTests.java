package io.quartermaster.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.quartermaster.connectors.Shared;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Every GraphQL document that we send, held against Shopify's official schema.
class ShopifyDocumentsTests {

    private static final ParserOptions NO_LIMITS = ParserOptions.newParserOptions()
            .maxCharacters(Integer.MAX_VALUE)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .build();

    @Test
    void saysOnlyWhatShopifysSchemaKnows() throws IOException {
        var file = Shared.file("platforms/specs/shopify/admin_2026-07.sdl.graphql.gz");
        try (var reader =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            var schema =
                    UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(reader, NO_LIMITS));
            for (var text : ShopifyDocuments.ALL) {
                var document = Parser.parse(text);
                assertThat(new Validator().validateDocument(schema, document, Locale.ENGLISH))
                        .isEmpty();
            }
            var wrong = Parser.parse(ShopifyDocuments.FIND_ITEM.replace("sku", "stockKeepingUnit"));
            assertThat(new Validator().validateDocument(schema, wrong, Locale.ENGLISH))
                    .isNotEmpty();
        }
    }
}
