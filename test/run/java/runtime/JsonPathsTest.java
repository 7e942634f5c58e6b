package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonPathsTest {
    @Test
    void identifiersFollowADot() {
        assertEquals(".a_1", Problem.child("a_1"));
        assertEquals("[\"\"]", Problem.child(""));
        assertEquals("[\"1a\"]", Problem.child("1a"));
        assertEquals("[\"a b\"]", Problem.child("a b"));
        assertEquals("[\"é\"]", Problem.child("é"));
    }

    @Test
    void otherNamesAreQuotedAsInJson() {
        assertEquals("[\"\\\"\\\\\\n\\r\\t\\b\\f\"]", Problem.child("\"\\\n\r\t\b\f"));
        assertEquals("[\"\\u0000\\ud800😀\"]", Problem.child("\u0000\ud800😀"));
    }

    @Test
    void theWholePathOfAMistake() {
        JsonMappingException mistake = JsonMappingException.from((JsonParser) null, "wrong");
        assertEquals("$", JsonPaths.of(mistake));
        mistake.prependPath(Object.class, "odd key");
        mistake.prependPath(List.of(), 2);
        mistake.prependPath(Object.class, "items");
        assertEquals("$.items[2][\"odd key\"]", JsonPaths.of(mistake));
    }
}
