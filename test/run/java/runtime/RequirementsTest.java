package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonMappingException;
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

    private static String failedPath(Requirements requirements) {
        return JsonPaths.of(assertThrows(JsonMappingException.class, requirements::checkRead));
    }

    @Test
    void whatIsThereIsFine() {
        assertDoesNotThrow(person().present("id", 1).present("name", JsonNullable.of(null))::checkRead);
        assertDoesNotThrow(person().constant("id", null, 1).constant("id", 1, 1)::checkBuilt);
    }

    @Test
    void theFirstMissingFieldIsNamed() {
        Requirements requirements = person().present("id", null).present("name", JsonNullable.undefined());
        assertEquals("$.id", failedPath(requirements));
        IllegalStateException problem = assertThrows(IllegalStateException.class, requirements::checkBuilt);
        assertEquals("Person: \"id\" is missing", problem.getMessage());
        assertEquals("$.name", failedPath(person().present("name", JsonNullable.undefined())));
    }

    @Test
    void constantsAreCheckedAtEveryDepth() {
        assertEquals("$.id", failedPath(person().constant("id", 2, 1)));
        assertEquals("$.id", failedPath(person().constant("id", JsonNullable.of(2), 1)));
        assertEquals("$.id[1]", failedPath(person().constant("id", List.of(1, 2), 1)));
        assertEquals("$.id[0].a", failedPath(person().constant("id", List.of(Map.of("a", 2)), 1)));
        assertEquals("$.more", failedPath(person().constant(Map.of("more", 2), 1)));
        assertDoesNotThrow(person().constant("id", Arrays.asList(1, null), 1)::checkRead);
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
