package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads and writes a model written like generated ones. */
final class ExactTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @JsonModel
    @JsonPropertyOrder({"", "count", "note", "tags", "groups"})
    @JsonDeserialize(using = Thing.Json.class)
    static final class Thing {
        @JsonProperty("")
        private final String unnamed;

        @JsonProperty("count")
        private final long count;

        @JsonProperty("note")
        private final JsonNullable<String> note;

        @JsonProperty("tags")
        private final List<String> tags;

        @JsonProperty("groups")
        private final Map<String, List<Double>> groups;

        @JsonAnyGetter
        private final Map<String, Object> others;

        private Thing(Builder builder) {
            this.unnamed = builder.unnamed;
            this.count = builder.count;
            this.note = builder.note;
            this.tags = builder.tags;
            this.groups = builder.groups;
            this.others = builder.others;
        }

        static final class Json extends ModelJson<Thing, Builder> {
            Json() {
                super(Thing.class, KEEPS_ANY);
            }

            @Override
            protected Builder builder() {
                return new Builder();
            }

            @Override
            protected boolean read(String name, JsonInput in, Builder builder) throws IOException {
                switch (name) {
                    case "" -> builder.unnamed = in.string();
                    case "count" -> builder.count = in.int64();
                    case "note" -> builder.note = in.nullable(in.isNull() ? null : in.string());
                    case "tags" -> builder.tags = in.list(each -> each.isNull() ? null : each.string());
                    case "groups" ->
                        builder.groups = in.map(
                                String.class, each -> each.list(each2 -> each2.isNull() ? null : each2.float64()));
                    default -> {
                        return false;
                    }
                }
                return true;
            }

            @Override
            protected void readOther(String name, JsonInput in, Builder builder) throws IOException {
                builder.others.put(name, in.any());
            }

            @Override
            protected Requirements requirements(Builder builder) {
                return new Requirements(Thing.class).present("count", builder.count);
            }

            @Override
            protected Thing build(Builder builder) {
                return new Thing(builder);
            }

            @Override
            protected void write(Thing model, JsonOutput out) throws IOException {
                out.field("", model.unnamed);
                out.field("count", model.count);
                out.field("note", model.note);
                out.field("tags", model.tags);
                out.field("groups", model.groups);
            }

            @Override
            protected Map<String, ?> others(Thing model) {
                return model.others;
            }
        }
    }

    static final class Builder {
        private String unnamed;
        private Long count = 0L;
        private JsonNullable<String> note = JsonNullable.undefined();
        private List<String> tags;
        private Map<String, List<Double>> groups;
        private final Map<String, Object> others = new LinkedHashMap<>();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":0}",
                "{\"\":\"\",\"count\":0,\"note\":null,\"tags\":[],\"groups\":{}}",
                "{\"count\":1,\"note\":\"\",\"tags\":[null,\"\"],\"groups\":{\"\":[],\"a\":[null,0.0]},\"x\":{\"y\":[null]}}"
            })
    void whatIsReadIsWritten(String json) throws Exception {
        assertEquals(json, MAPPER.writeValueAsString(MAPPER.readValue(json, Thing.class)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\'',
            value = {
                "$[\"\"] {\"\":1}",
                "$[\"\"] {\"\":null}",
                "$.count {\"count\":null}",
                "$.count {\"count\":\"1\"}",
                "$.note {\"note\":[]}",
                "$.tags {\"tags\":\"a\"}",
                "$.tags[1] {\"tags\":[null,1]}",
                "$.groups.a {\"groups\":{\"a\":null}}",
                "$.groups.a[0] {\"groups\":{\"a\":[\"1\"]}}",
            })
    void mistakesHaveAPath(String path, String json) {
        JsonMappingException problem =
                assertThrows(JsonMappingException.class, () -> MAPPER.readValue(json, Thing.class));
        assertEquals(path, JsonPaths.of(problem));
    }

    @Test
    void everyMistakeIsReported() {
        String json =
                "{\"count\":\"1\",\"note\":[1],\"tags\":[1,\"a\",{}],\"groups\":{\"a\":null,\"b\":[true]},\"x\":1}";
        ReadException problem = assertThrows(ReadException.class, () -> MAPPER.readValue(json, Thing.class));
        assertEquals(
                List.of("$.count", "$.note", "$.tags[0]", "$.tags[2]", "$.groups.a", "$.groups.b[0]"),
                problem.violations().stream().map(Violation::path).toList());
        assertEquals(
                "$.count must be a whole number, not a string",
                problem.getOriginalMessage().lines().findFirst().get());
        ReadException nested =
                assertThrows(ReadException.class, () -> MAPPER.readValue("[{}," + json + "]", Thing[].class));
        assertEquals("$[1].groups.b[0]", nested.violations().get(5).path());
        assertEquals("$[1].count", JsonPaths.of(nested));
    }

    @Test
    void halfASurrogatePairInANameIsReportedAlone() {
        String json = "{\"count\":null,\"\ud800\":1}";
        ReadException problem = assertThrows(ReadException.class, () -> MAPPER.readValue(json, Thing.class));
        assertEquals(
                List.of("$"), problem.violations().stream().map(Violation::path).toList());
    }

    @Test
    void whatJsonDoesNotHaveIsRefusedAtItsPath() {
        Builder builder = new Builder();
        builder.groups = Map.of("a", List.of(1.0, Double.NaN));
        assertEquals("$.groups.a[1]", unwritable(builder));
        builder.groups = null;
        builder.others.put("x y", List.of(Float.NaN));
        assertEquals("$[\"x y\"][0]", unwritable(builder));
    }

    private static String unwritable(Builder builder) {
        Thing thing = new Thing(builder);
        return JsonPaths.of(assertThrows(JsonMappingException.class, () -> MAPPER.writeValueAsString(List.of(thing))))
                .replace("$[0]", "$");
    }
}
