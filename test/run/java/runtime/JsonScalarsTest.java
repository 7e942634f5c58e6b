package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonScalarsTest {
    private static String written(JsonScalar<?> scalar) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new ObjectMapper().createGenerator(text)) {
            scalar.write(new JsonOutput(out, null));
        }
        return text.toString();
    }

    @Test
    void bytesAreCopied() throws IOException {
        byte[] given = {1, 2};
        JsonBytes bytes = JsonBytes.of(given);
        given[0] = 9;
        bytes.value()[1] = 9;
        assertArrayEquals(new byte[] {1, 2}, bytes.value());
        assertEquals("\"AQI=\"", written(bytes));
        assertEquals(bytes, JsonBytes.parse("AQI="));
        assertEquals(bytes.hashCode(), JsonBytes.parse("AQI=").hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQI", "AQ=", "A", "AQ I", "A===", "AQ-_"})
    void base64ComesInGroupsOfFour(String text) {
        assertThrows(IllegalArgumentException.class, () -> JsonBytes.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T12:00:00Z",
                "2024-02-29t12:00:00.100z",
                "2024-02-29T12:00:00.123456789123+02:00",
                "0000-01-01T00:00:00-18:00"
            })
    void momentsAreWrittenAsTheyWereRead(String text) throws IOException {
        JsonDateTime moment = JsonDateTime.parse(text);
        assertEquals("\"" + text + "\"", written(moment));
        assertEquals(text, moment.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-02-29",
                "2024-02-30T12:00:00Z",
                "2024-02-29T12:00Z",
                "2024-02-29T12:00:00",
                "2024-02-29 12:00:00Z",
                "2024-02-29T12:00:00.Z",
                "2024-02-29T12:00:00+01:00:01",
                "+10000-01-01T00:00:00Z"
            })
    void otherMomentsAreRefused(String text) {
        assertThrows(DateTimeException.class, () -> JsonDateTime.parse(text));
    }

    @Test
    void momentsThatRfc3339CannotWriteAreRefused() throws IOException {
        OffsetDateTime last = OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 1_000_000, ZoneOffset.UTC);
        assertEquals("\"9999-12-31T23:59:59.001Z\"", written(JsonDateTime.of(last)));
        OffsetDateTime late = last.plusSeconds(1);
        assertThrows(ProblemException.class, () -> written(JsonDateTime.of(late)));
        OffsetDateTime early = last.withYear(-1);
        assertThrows(ProblemException.class, () -> written(JsonDateTime.of(early)));
        OffsetDateTime odd = last.withOffsetSameLocal(ZoneOffset.ofTotalSeconds(1));
        assertThrows(ProblemException.class, () -> written(JsonDateTime.of(odd)));
        try (JsonGenerator generator = new ObjectMapper().createGenerator(new StringWriter())) {
            JsonOutput out = new JsonOutput(generator, null);
            assertThrows(ProblemException.class, () -> JsonDateTime.write(LocalDate.of(10_000, 1, 1), out));
            assertThrows(ProblemException.class, () -> JsonDateTime.write(LocalDate.of(-1, 1, 1), out));
        }
    }

    @Test
    void decimalsAreEqualByTheirValue() throws IOException {
        JsonDecimal decimal = JsonDecimal.of(new BigDecimal("1.50"));
        assertEquals("\"1.50\"", written(decimal));
        assertEquals("1.5", written(JsonDecimal.ofNumber(new BigDecimal("1.5"))));
        assertEquals("\"15e-1\"", written(JsonDecimal.parse("15e-1")));
        assertEquals(decimal, JsonDecimal.parse("15e-1"));
        assertEquals(decimal.hashCode(), JsonDecimal.parse("15e-1").hashCode());
        assertNotEquals(decimal, JsonDecimal.parse("1.51"));
        assertEquals(1.5, decimal.doubleValue());
        assertEquals(1, decimal.intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "0x1", "NaN", "1e", "--1", "1_000", "١"})
    void otherDecimalsAreRefused(String text) {
        assertThrows(NumberFormatException.class, () -> JsonDecimal.parse(text));
    }

    @Test
    void floatsKeepTheirDigits() throws IOException {
        assertEquals("0.1", written(JsonFloat.of(0.1f)));
        assertEquals("0.123456789", written(JsonFloat.ofExact(0.123456789)));
        assertEquals(0.123456789f, JsonFloat.ofExact(0.123456789).value());
        assertEquals(JsonFloat.of(0.5f), JsonFloat.ofExact(0.5));
        for (float number : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThrows(ProblemException.class, () -> written(JsonFloat.of(number)));
        }
    }
}
