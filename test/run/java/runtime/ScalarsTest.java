package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScalarsTest {
    private static Object read(Class<?> type, String json) throws IOException {
        ParserInput in = ParserInput.of(json);
        Object value = Readers.of(type).read(in);
        assertEquals(List.of(), in.problems().stream().map(Problem::violation).toList());
        return value;
    }

    @Test
    void eachTypeTakesItsOwn() throws IOException {
        assertEquals("a", read(String.class, "\"a\""));
        assertEquals(true, read(Boolean.class, "true"));
        assertEquals(7, read(Integer.class, "7.0"));
        assertEquals(9007199254740993L, read(Long.class, "9007199254740993"));
        assertEquals(new BigInteger("9".repeat(30)), read(BigInteger.class, "9".repeat(30)));
        assertEquals(0.5, read(Double.class, "5e-1"));
        assertEquals(JsonDecimal.parse("1.5"), read(JsonDecimal.class, "1.50"));
        assertEquals(JsonDecimal.parse("1.5"), read(JsonDecimal.class, "\"1.50\""));
        assertEquals(
                "2024-02-29", read(java.time.LocalDate.class, "\"2024-02-29\"").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "java.lang.String | 1 | must be a string, not a number",
                "java.lang.Boolean | 0 | must be true or false, not a number",
                "java.lang.Boolean | \"true\" | must be true or false, not a string",
                "java.lang.Integer | 2147483648 | must be a whole number of 32 bits",
                "java.lang.Integer | \"1\" | must be a whole number, not a string",
                "java.lang.Long | 1.5 | must be a whole number of 64 bits",
                "java.lang.Long | [] | must be a whole number, not an array",
                "java.lang.Long | 9223372036854775808 | must be a whole number of 64 bits",
                "java.math.BigInteger | 1e1000 | must be a shorter number",
                "java.math.BigInteger | 0.5 | must be a whole number",
                "java.lang.Double | 1e999 | must be a number that a double can hold",
                "java.lang.Double | {} | must be a number, not an object",
                "modelwright.runtime.JsonFloat | 1e39 | must be a number that a float can hold",
                "modelwright.runtime.JsonDecimal | true | must be a decimal number, not a boolean",
                "modelwright.runtime.JsonDecimal | \"one\" | must be a decimal number",
                "modelwright.runtime.JsonBytes | \"a\" | must be base64",
                "modelwright.runtime.JsonDateTime | \"2024-02-29\" | must be a date and time such as"
                        + " 2025-07-31T12:00:00Z",
                "java.time.LocalDate | \"2024-02-30\" | must be a date such as 2025-07-31",
                "java.time.LocalDate | 7 | must be a date such as 2025-07-31, not a number",
                "java.time.LocalDate | \"2024-02-29Z\" | must be a date such as 2025-07-31",
            })
    void nothingIsCoerced(Class<?> type, String json, String message) throws IOException {
        ParserInput in = ParserInput.of(json);
        assertNull(Readers.of(type).read(in));
        assertEquals(
                List.of(message), in.problems().stream().map(Problem::message).toList());
    }

    @Test
    void anyKeepsAllDigitsAndNulls() throws IOException {
        assertEquals(
                Map.of("a", Arrays.asList(1, null, 0.5, "x", false)),
                read(Object.class, "{\"a\":[1,null,5e-1,\"x\",false]}"));
        assertEquals(new BigDecimal("0.1234567890123456789"), read(Object.class, "0.1234567890123456789"));
        assertEquals(new BigDecimal("1e999"), read(Object.class, "1e999"));
        assertEquals(new BigInteger("9".repeat(30)), read(Object.class, "9".repeat(30)));
        assertThrows(UnsupportedOperationException.class, ((List<?>) read(Object.class, "[1]"))::clear);
    }

    @Test
    void nestingHasALimit() throws IOException {
        List<?> value = (List<?>) read(Object.class, "[".repeat(100) + "]".repeat(100));
        assertEquals(1, value.size());
        String deep = "[".repeat(101) + "]".repeat(101);
        assertThrows(ProblemException.class, () -> read(Object.class, deep));
        assertEquals(Collections.emptyList(), Defaults.read(Object.class, "[]"));
    }
}
