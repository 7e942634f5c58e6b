package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads and writes a model that is written as the generated ones are. */
final class ExactTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @JsonModel
    @JsonPropertyOrder({"", "count", "note", "tags", "groups"})
    @JsonDeserialize(builder = Builder.class)
    static final class Thing {
        @Exact
        @JsonProperty("")
        private final String unnamed;

        @Exact
        @JsonProperty("count")
        private final long count;

        @Exact
        @JsonProperty("note")
        private final JsonNullable<String> note;

        @Exact
        @JsonProperty("tags")
        private final List<String> tags;

        @Exact
        @JsonProperty("groups")
        private final Map<String, List<Double>> groups;

        @Exact
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
    }

    @JsonModel
    @JsonPOJOBuilder(withPrefix = "")
    static final class Builder {
        @Exact
        @JsonProperty("")
        private String unnamed;

        @Exact
        @JsonProperty("count")
        private Long count = 0L;

        @Exact
        @JsonProperty("note")
        private JsonNullable<String> note = JsonNullable.undefined();

        @Exact(nullsAt = 1)
        @JsonProperty("tags")
        private List<String> tags;

        @Exact(nullsAt = 2)
        @JsonProperty("groups")
        private Map<String, List<Double>> groups;

        @Exact
        @JsonAnySetter
        private final Map<String, Object> others = new LinkedHashMap<>();

        Thing build() {
            return new Thing(this);
        }
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
    void whatJsonDoesNotHaveIsRefusedAtItsPath() {
        Builder builder = new Builder();
        builder.groups = Map.of("a", List.of(1.0, Double.NaN));
        assertEquals("$.groups.a[1]", unwritable(builder));
        builder.groups = null;
        builder.others.put("x y", List.of(Float.NaN));
        assertEquals("$[\"x y\"][0]", unwritable(builder));
    }

    private static String unwritable(Builder builder) {
        Thing thing = builder.build();
        return JsonPaths.of(assertThrows(JsonMappingException.class, () -> MAPPER.writeValueAsString(List.of(thing))))
                .replace("$[0]", "$");
    }
}
