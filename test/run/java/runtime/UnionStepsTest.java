package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unions that hold themselves take steps that grow with the data, not with the number of ways through it. */
final class UnionStepsTest {
    /** Counts how often a name is read. */
    @JsonDeserialize(using = Name.Deserializer.class)
    enum Name {
        A;

        static int steps;

        static Name of(String value) {
            if (++steps > 100_000) {
                throw new AssertionError("too many steps");
            }
            return valueOf(value);
        }

        @JsonValue
        String value() {
            return name();
        }

        static final class Deserializer extends EnumDeserializer<Name, String> {
            Deserializer() {
                super(Name.class, String.class, Name::of);
            }
        }
    }

    @JsonDeserialize(using = Tree.Deserializer.class)
    sealed interface Tree {
        record OfList(@JsonValue @Exact List<Tree> value) implements Tree {}

        record OfMap(@JsonValue @Exact Map<String, Tree> value) implements Tree {}

        record Unknown(@JsonValue @Exact Object json) implements Tree, UnknownMember {}

        final class Deserializer extends UnionDeserializer<Tree> {
            Deserializer() {
                super(Tree.class, List.of(First.class, Second.class, OfList.class, OfMap.class), Unknown::new);
            }
        }
    }

    @JsonModel
    @JsonDeserialize(using = First.Deserializer.class)
    static final class First implements Tree {
        @JsonProperty("name")
        private @Nullable Name name;

        @JsonProperty("child")
        private @Nullable Tree child;

        @JsonAnyGetter
        private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

        static final class Deserializer extends ModelDeserializer<First, First> {
            Deserializer() {
                super(First.class, First.class, First::new, built -> built);
            }
        }
    }

    @JsonModel
    @JsonDeserialize(using = Second.Deserializer.class)
    static final class Second implements Tree {
        @JsonProperty("name")
        private @Nullable Name name;

        @JsonProperty("child")
        private @Nullable List<Tree> child;

        @JsonAnyGetter
        private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

        static final class Deserializer extends ModelDeserializer<Second, Second> {
            Deserializer() {
                super(
                        Second.class,
                        Second.class,
                        Second::new,
                        built -> new Requirements(Second.class).present("name", built.name),
                        built -> built);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"A\"}", "{\"name\":5}", "{\"name\":\"B\"}", "5", "[]"})
    void fourTimesTheDepth(String bottom) throws IOException {
        for (boolean isLenient : new boolean[] {false, true}) {
            int few = stepsOf(nested(10, bottom), isLenient);
            int many = stepsOf(nested(40, bottom), isLenient);
            assertTrue(few > 0 && many <= few * 20, few + " steps become " + many);
        }
    }

    /** Fields of either model in turn. */
    private static String nested(int depth, String bottom) {
        if (depth == 0) {
            return bottom;
        }
        String child = nested(depth - 1, bottom);
        return "{\"name\":\"A\",\"child\":" + (depth % 3 == 0 ? "[" + child + "]" : child) + "}";
    }

    private static int stepsOf(String json, boolean isLenient) throws IOException {
        Name.steps = 0;
        ExactDeserializer.of(First.class).readDocument(json, isLenient);
        return Name.steps;
    }
}
