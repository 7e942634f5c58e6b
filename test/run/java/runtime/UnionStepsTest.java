package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
                super(Name.class, String.class);
            }

            @Override
            protected Name of(String value) {
                return Name.of(value);
            }

            @Override
            protected String value(Name constant) {
                return constant.value();
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
    @JsonDeserialize(using = First.Json.class)
    static final class First implements Tree {
        private @Nullable Name name;
        private @Nullable Tree child;
        private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

        static final class Json extends ModelJson<First, First> {
            Json() {
                super(First.class, KEEPS_ANY);
            }

            @Override
            protected First builder() {
                return new First();
            }

            @Override
            protected boolean read(String name, JsonInput in, First builder) throws IOException {
                switch (name) {
                    case "name" -> builder.name = in.read(Name.class);
                    case "child" -> builder.child = in.read(Tree.class);
                    default -> {
                        return false;
                    }
                }
                return true;
            }

            @Override
            protected void readOther(String name, JsonInput in, First builder) throws IOException {
                builder.others.put(name, in.any());
            }

            @Override
            protected First build(First builder) {
                return builder;
            }
        }
    }

    @JsonModel
    @JsonDeserialize(using = Second.Json.class)
    static final class Second implements Tree {
        private @Nullable Name name;
        private @Nullable List<Tree> child;
        private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

        static final class Json extends ModelJson<Second, Second> {
            Json() {
                super(Second.class, KEEPS_ANY);
            }

            @Override
            protected Second builder() {
                return new Second();
            }

            @Override
            protected boolean read(String name, JsonInput in, Second builder) throws IOException {
                switch (name) {
                    case "name" -> builder.name = in.read(Name.class);
                    case "child" -> builder.child = in.list(Tree.class);
                    default -> {
                        return false;
                    }
                }
                return true;
            }

            @Override
            protected void readOther(String name, JsonInput in, Second builder) throws IOException {
                builder.others.put(name, in.any());
            }

            @Override
            protected Requirements requirements(Second builder) {
                return new Requirements(Second.class).present("name", builder.name);
            }

            @Override
            protected Second build(Second builder) {
                return builder;
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
