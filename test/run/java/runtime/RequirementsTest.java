package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openapitools.jackson.nullable.JsonNullable;

final class RequirementsTest {
    @JsonPropertyOrder({"id", "name"})
    private static final class Person {}

    private static Requirements person() {
        return new Requirements(Person.class);
    }

    private static List<String> unmet(Requirements requirements) {
        return requirements.problems().stream()
                .map(Problem::violation)
                .map(each -> each.path() + " " + each.keyword())
                .toList();
    }

    @Test
    void whatIsThereIsFine() {
        assertEquals(List.of(), unmet(person().present("id", 1).present("name", JsonNullable.of(null))));
        assertDoesNotThrow(person().constant("id", null, 1).constant("id", 1, 1)::checkBuilt);
    }

    @Test
    void everyMissingFieldIsNamed() {
        Requirements requirements = person().present("id", null).present("name", JsonNullable.undefined());
        assertEquals(List.of("$.id required", "$.name required"), unmet(requirements));
        IllegalStateException problem = assertThrows(IllegalStateException.class, requirements::checkBuilt);
        assertEquals("Person: $.id is required", problem.getMessage());
    }

    @Test
    void constantsAreCheckedAtEveryDepth() {
        assertEquals(List.of("$.id const"), unmet(person().constant("id", 2, 1)));
        assertEquals(List.of("$.id const"), unmet(person().constant("id", JsonNullable.of(2), 1)));
        assertEquals(List.of("$.id[1] const", "$.id[2] const"), unmet(person().constant("id", List.of(1, 2, 3), 1)));
        assertEquals(List.of("$.id[0].a const"), unmet(person().constant("id", List.of(Map.of("a", 2)), 1)));
        assertEquals(List.of("$.more const"), unmet(person().constant(Map.of("more", 2), 1)));
        assertEquals(List.of(), unmet(person().constant("id", Arrays.asList(1, null), 1)));
    }

    @Test
    void constantsAreShownAsInJson() {
        assertEquals("$.id must be 1", messageOf(person().constant("id", 2, 1)));
        assertEquals("$.id must be \"a \\\"b\\\"\"", messageOf(person().constant("id", "c", "a \"b\"")));
    }

    private static String messageOf(Requirements requirements) {
        IllegalStateException problem = assertThrows(IllegalStateException.class, requirements::checkBuilt);
        return problem.getMessage().substring("Person: ".length());
    }

    @Test
    void unknownFieldsAreNotKnownOnes() {
        assertDoesNotThrow(() -> Requirements.unknown(Person.class, "other"));
        assertDoesNotThrow(() -> Requirements.unknown(Object.class, "id"));
        IllegalArgumentException problem =
                assertThrows(IllegalArgumentException.class, () -> Requirements.unknown(Person.class, "id"));
        assertEquals("\"id\" is a field of Person", problem.getMessage());
    }
}
