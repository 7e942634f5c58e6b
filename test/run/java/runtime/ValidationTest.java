package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ValidationTest {
    /** The path and keyword of every violated constraint. */
    private static List<String> found(Consumer<Validation> checks) {
        Validation validation = new Validation();
        checks.accept(validation);
        return validation.violations().stream()
                .map(each -> each.path() + " " + each.keyword())
                .toList();
    }

    @Test
    void nullMeetsEverything() {
        assertEquals(List.of(), found(validation -> {
            validation.minLength("$", null, 1);
            validation.maxLength("$", null, 1);
            validation.pattern("$", null, "a");
            validation.minimum("$", null, 1);
            validation.maximum("$", null, 1);
            validation.exclusiveMinimum("$", null, 1);
            validation.exclusiveMaximum("$", null, 1);
            validation.multipleOf("$", null, 1);
            validation.minItems("$", null, 1);
            validation.maxItems("$", null, 1);
            validation.uniqueItems("$", null);
            validation.minProperties("$", null, 1);
            validation.maxProperties("$", null, 1);
            validation.<Object>nested("$", null, each -> List.of(new Violation("$", "never", "")));
            validation.items("$", null, (path, each) -> validation.minItems(path, null, 1));
            validation.values("$", null, (path, each) -> validation.minItems(path, null, 1));
        }));
    }

    @Test
    void lengthsAreCountedInCharacters() {
        assertEquals(List.of(), found(validation -> validation.maxLength("$", "😀", 1)));
        assertEquals(List.of("$ minLength"), found(validation -> validation.minLength("$", "😀", 2)));
        assertEquals(List.of("$ maxLength"), found(validation -> validation.maxLength("$", "ab", 1)));
    }

    @Test
    void limitsOfOneAreSingular() {
        Validation validation = new Validation();
        validation.minLength("$", "", 1);
        validation.maxLength("$", "abc", 2);
        validation.maxItems("$", List.of(1, 2), 1);
        validation.minProperties("$", Map.of(), 1);
        assertEquals(
                List.of(
                        "must have at least 1 character",
                        "must have at most 2 characters",
                        "must have at most 1 item",
                        "must have at least 1 property"),
                validation.violations().stream().map(Violation::message).toList());
    }

    @Test
    void keysOfMapsAreCounted() {
        assertEquals(List.of(), found(validation -> {
            validation.minProperties("$", Map.of("a", 1), 1);
            validation.maxProperties("$", Map.of("a", 1), 1);
        }));
        assertEquals(List.of("$ minProperties", "$ maxProperties"), found(validation -> {
            validation.minProperties("$", Map.of(), 1);
            validation.maxProperties("$", Map.of("a", 1, "b", 2), 1);
        }));
    }

    @Test
    void boundsAreExact() {
        assertEquals(List.of(), found(validation -> {
            validation.minimum("$", 1.0, 1);
            validation.maximum("$", JsonDecimal.parse("0.1"), 0.1);
            validation.exclusiveMinimum("$", 9007199254740993L, 9007199254740992L);
        }));
        assertEquals(
                List.of("$ minimum", "$ maximum", "$ exclusiveMinimum", "$ exclusiveMaximum"), found(validation -> {
                    validation.minimum("$", 0, 1);
                    validation.maximum("$", 2, 1);
                    validation.exclusiveMinimum("$", 1, 1);
                    validation.exclusiveMaximum("$", 1, 1);
                }));
    }

    @Test
    void multiplesOfAnySize() {
        assertEquals(List.of(), found(validation -> {
            validation.multipleOf("$", 0.3, 0.1);
            validation.multipleOf("$", new BigDecimal("1e999999999"), 5);
            validation.multipleOf("$", 0, 7);
            validation.multipleOf("$", -6, 3);
        }));
        assertEquals(List.of("$ multipleOf", "$ multipleOf", "$ multipleOf"), found(validation -> {
            validation.multipleOf("$", 0.35, 0.1);
            validation.multipleOf("$", new BigDecimal("1e-999999999"), 5);
            validation.multipleOf("$", 7, 3);
        }));
    }

    @Test
    void itemsAreUniqueByTheirJson() {
        assertEquals(List.of("$ uniqueItems"), found(validation -> validation.uniqueItems("$", List.of(1, 1.0))));
        assertEquals(
                List.of("$ uniqueItems"),
                found(validation -> validation.uniqueItems("$", List.of(Map.of("a", 1), Map.of("a", 1L)))));
        assertEquals(
                List.of("$ uniqueItems"), found(validation -> validation.uniqueItems("$", Arrays.asList(null, null))));
        assertEquals(List.of(), found(validation -> validation.uniqueItems("$", List.of(1, "1"))));
    }

    @Test
    void aMessageHasThePatternAsTheSpecSpellsIt() {
        Validation validation = new Validation();
        validation.pattern("$", "A", "^[a-z]+\\z", "^[a-z]+$");
        assertEquals("must match ^[a-z]+$", validation.violations().get(0).message());
    }

    @Test
    void aStringThatIsTooLongIsNotMatched() {
        assertEquals(List.of("$.a maxLength", "$.b pattern"), found(validation -> {
            validation.maxLength("$.a", "a".repeat(60) + "!", 20);
            validation.pattern("$.a", "a".repeat(60) + "!", "^(?:a+)+$");
            validation.pattern("$.b", "!", "^(?:a+)+$");
        }));
    }

    @Test
    void pathsLeadToTheValue() {
        assertEquals(List.of("$.a[1] maxLength", "$.b[\"odd key\"] pattern", "$.c.d minLength"), found(validation -> {
            validation.items("$.a", List.of("", "ab"), (path, each) -> validation.maxLength(path, each, 1));
            validation.values("$.b", Map.of("odd key", "x"), (path, each) -> validation.pattern(path, each, "^y"));
            validation.nested("$.c", "x", each -> List.of(new Violation("$.d", "minLength", "")));
        }));
    }
}
