package io.quartermaster.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quartermaster.sandbox.Shared;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopifySchemaTests {

    private static final int TOKENS_MAX = 10_000_000;
    private static final int CHARACTERS_MAX = 20_000_000;

    @Test
    void everyTypeFieldAndArgumentIsShopifysOwn() {
        var official = parsed(new String(
                Shared.bytes("platforms/specs/shopify/admin_2026-07.sdl.graphql.gz"), StandardCharsets.UTF_8));
        var ours = new SchemaParser().parse(ShopifyGraph.text());

        var differences = new ArrayList<String>();
        for (TypeDefinition<?> type : ours.types().values()) {
            compare(type, official, differences);
        }

        assertThat(differences).isEmpty();
        assertThat(ours.types()).hasSizeGreaterThan(60);
    }

    @Test
    void knowsNoCompareQuantityAnyMore() {
        var input = new SchemaParser()
                .parse(ShopifyGraph.text())
                .getType("InventoryQuantityInput")
                .orElseThrow();

        assertThat(inputs((InputObjectTypeDefinition) input))
                .contains("changeFromQuantity: Int")
                .noneMatch(field -> field.startsWith("compareQuantity"));
    }

    private static void compare(TypeDefinition<?> type, TypeDefinitionRegistry official, List<String> differences) {
        var theirs = official.getType(type.getName()).orElse(null);
        switch (type) {
            case ObjectTypeDefinition object
            when theirs instanceof ObjectTypeDefinition known ->
                object.getFieldDefinitions().forEach(field -> compare(object.getName(), field, known, differences));
            case InputObjectTypeDefinition object
            when theirs instanceof InputObjectTypeDefinition known ->
                inputs(object).stream()
                        .filter(field -> !inputs(known).contains(field))
                        .forEach(field -> differences.add(object.getName() + " " + field));
            case EnumTypeDefinition ours
            when theirs instanceof EnumTypeDefinition known ->
                ours.getEnumValueDefinitions().stream()
                        .filter(value -> known.getEnumValueDefinitions().stream()
                                .noneMatch(other -> other.getName().equals(value.getName())))
                        .forEach(value -> differences.add(ours.getName() + "." + value.getName()));
            default -> {
                if (theirs == null || theirs.getClass() != type.getClass()) {
                    differences.add(type.getName() + " is not there, or something else");
                }
            }
        }
    }

    private static void compare(
            String type, FieldDefinition field, ObjectTypeDefinition known, List<String> differences) {
        var name = type + "." + field.getName();
        known.getFieldDefinitions().stream()
                .filter(other -> other.getName().equals(field.getName()))
                .findFirst()
                .ifPresentOrElse(
                        other -> {
                            if (!written(other).equals(written(field))) {
                                differences.add("%s is %s, not %s".formatted(name, written(other), written(field)));
                            }
                            var arguments = arguments(other.getInputValueDefinitions());
                            arguments(field.getInputValueDefinitions()).stream()
                                    .filter(argument -> !arguments.contains(argument))
                                    .forEach(argument -> differences.add(name + " has no argument " + argument));
                        },
                        () -> differences.add(name + " is not there"));
    }

    private static String written(FieldDefinition field) {
        return AstPrinter.printAst(field.getType());
    }

    private static List<String> inputs(InputObjectTypeDefinition object) {
        return arguments(object.getInputValueDefinitions());
    }

    private static List<String> arguments(List<InputValueDefinition> values) {
        return values.stream()
                .map(value -> value.getName() + ": " + AstPrinter.printAst(value.getType()))
                .toList();
    }

    private static TypeDefinitionRegistry parsed(String text) {
        var options = ParserOptions.getDefaultSdlParserOptions()
                .transform(wanted -> wanted.maxTokens(TOKENS_MAX)
                        .maxCharacters(CHARACTERS_MAX)
                        .maxWhitespaceTokens(TOKENS_MAX));
        return new SchemaParser().parse(new StringReader(text), options);
    }
}
