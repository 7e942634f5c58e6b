package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads and writes unions and an enum written like generated ones. */
final class UnionsTest {
    /** The setting affects models that Jackson reads by itself. Its name differs between Jackson versions. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @JsonDeserialize(using = Shape.Deserializer.class)
    sealed interface Shape {
        record OfLong(@JsonValue @Exact long value) implements Shape {}

        record OfTexts(@JsonValue @Exact(nullsAt = 1) List<String> value) implements Shape {}

        record Unknown(@JsonValue @Exact Object json) implements Shape, UnknownMember {}

        final class Deserializer extends UnionDeserializer<Shape> {
            Deserializer() {
                super(Shape.class, List.of(OfLong.class, OfTexts.class), Unknown::new);
            }
        }
    }

    @JsonDeserialize(using = Tagged.Deserializer.class)
    sealed interface Tagged {
        record OfMap(@JsonValue @Exact Map<String, Object> value) implements Tagged {}

        record Unknown(@JsonValue @Exact Object json) implements Tagged, UnknownMember {}

        final class Deserializer extends TaggedUnionDeserializer<Tagged, Long> {
            Deserializer() {
                super(Tagged.class, "kind", Long.class, Map.of(1L, OfMap.class), Unknown::new);
            }
        }
    }

    @JsonDeserialize(using = Level.Deserializer.class)
    enum Level {
        LOW(1),
        HIGH(2);

        private final long value;

        Level(long value) {
            this.value = value;
        }

        static Level of(Long value) {
            return List.of(values()).stream()
                    .filter(each -> each.value == value)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Level has no value " + value));
        }

        @JsonValue
        long value() {
            return value;
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }

        static final class Deserializer extends EnumDeserializer<Level, Long> {
            Deserializer() {
                super(Level.class, Long.class);
            }

            @Override
            protected Level of(Long value) {
                return Level.of(value);
            }

            @Override
            protected Long value(Level constant) {
                return constant.value();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\'',
            value = {
                "OfLong 7",
                "OfTexts [\"a\",null]",
                "OfTexts []",
                "Unknown [1]",
                "Unknown 7.5",
                "Unknown {\"a\":null}",
                "Unknown \"7\"",
            })
    void theFirstMemberThatFits(String member, String json) throws Exception {
        Shape shape = MAPPER.readValue(json, Shape.class);
        assertEquals(member, shape.getClass().getSimpleName());
        assertEquals(json, MAPPER.writeValueAsString(shape));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\'',
            value = {
                "OfMap {\"kind\":1}",
                "OfMap {\"a\":{\"kind\":2},\"kind\":1,\"b\":[12345678901234567890.123456789]}",
                "Unknown {\"kind\":2,\"a\":null}",
            })
    void theMemberOfTheTag(String member, String json) throws Exception {
        Tagged tagged = MAPPER.readValue(json, Tagged.class);
        assertEquals(member, tagged.getClass().getSimpleName());
        assertEquals(json, MAPPER.writeValueAsString(tagged));
    }

    @Test
    void unlistedValuesAreAnsweredWithTheListedOnes() {
        ReadException problem = assertThrows(ReadException.class, () -> MAPPER.readValue("3", Level.class));
        assertEquals(List.of(new Violation("$", "enum", "must be one of 1, 2")), problem.violations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\'',
            value = {"$.kind {}", "$.kind {\"kind\":\"1\"}", "$.kind {\"a\":1,\"kind\":null}", "$ []", "$ 1"})
    void withoutATagThereIsNoMember(String path, String json) {
        JsonMappingException problem =
                assertThrows(JsonMappingException.class, () -> MAPPER.readValue(json, Tagged.class));
        assertEquals(path, JsonPaths.of(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\'',
            value = {
                "Circle {\"radius\":1}",
                "Square {\"side\":1}",
                "Square {\"radius\":1,\"side\":1}",
                "Unknown {\"color\":1}",
                "Unknown 1",
            })
    void modelsMayBeRecords(String member, String json) throws Exception {
        Figure figure = MAPPER.readValue(json, Figure.class);
        assertEquals(member, figure.getClass().getSimpleName());
    }

    @Test
    void enumsHaveNoOtherValues() throws Exception {
        assertEquals(Level.HIGH, MAPPER.readValue("2.0", Level.class));
        assertEquals("[1,2]", MAPPER.writeValueAsString(Level.values()));
        assertThrows(JsonMappingException.class, () -> MAPPER.readValue("3", Level.class));
        assertThrows(JsonMappingException.class, () -> MAPPER.readValue("\"1\"", Level.class));
    }
}

@JsonDeserialize(using = Figure.Deserializer.class)
sealed interface Figure permits Circle, Square, Figure.Unknown {
    record Unknown(@JsonValue @Exact Object json) implements Figure, UnknownMember {}

    final class Deserializer extends UnionDeserializer<Figure> {
        Deserializer() {
            super(Figure.class, List.of(Circle.class, Square.class), Unknown::new);
        }
    }
}

@JsonDeserialize
record Circle(long radius) implements Figure {}

@JsonDeserialize
record Square(long side, long radius) implements Figure {}
