package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openapitools.jackson.nullable.JsonNullable;

final class CopiesTest {
    @Test
    void copiesAreIndependentAndFixed() {
        List<String> given = new ArrayList<>(List.of("a"));
        List<Integer> copy = Copies.list(given, String::length);
        given.add("bc");
        assertEquals(List.of(1), copy);
        assertThrows(UnsupportedOperationException.class, copy::clear);
    }

    @Test
    void mapsKeepTheirOrder() {
        Map<String, Integer> given = new LinkedHashMap<>();
        given.put("b", 1);
        given.put("a", 2);
        assertEquals("[b, a]", Copies.map(given).keySet().toString());
        assertEquals("{b=2, a=3}", Copies.map(given, number -> number + 1).toString());
        assertEquals(
                "{b=1, a=2}",
                Copies.entries(Copies.entry("b", 1), Copies.entry("a", 2)).toString());
    }

    @Test
    void nullIsRefusedUnlessItIsAValue() {
        List<String> holed = Arrays.asList("a", null);
        Map<String, String> holedMap = Collections.singletonMap("a", null);
        assertThrows(IllegalArgumentException.class, () -> Copies.list(holed, String::length));
        assertThrows(IllegalArgumentException.class, () -> Copies.map(holedMap));
        assertEquals(holed, Copies.listOfNullable(holed));
        assertEquals(Arrays.asList(1, null), Copies.listOfNullable(holed, String::length));
        assertEquals(holedMap, Copies.mapOfNullable(holedMap));
        assertEquals(holedMap, Copies.mapOfNullable(holedMap, String::trim));
        assertEquals(holed, Copies.nullables("a", null));
    }

    @Test
    void anyIsCopiedAtEveryDepth() {
        List<Object> inner = new ArrayList<>(Arrays.asList(1, null));
        Object copy = Copies.any(Map.of("a", List.of(inner)));
        inner.clear();
        assertEquals(Map.of("a", List.of(Arrays.asList(1, null))), copy);
        assertThrows(UnsupportedOperationException.class, ((Map<?, ?>) copy)::clear);
        assertEquals(Arrays.asList(1, 2), Copies.any(new int[] {1, 2}));
        assertEquals(List.of(List.of("a")), Copies.any(new String[][] {{"a"}}));
        assertEquals("AQI=", Copies.any(new byte[] {1, 2}));
        assertThrows(NullPointerException.class, () -> Copies.any(null));
        List<Object> circle = new ArrayList<>();
        circle.add(Map.of("a", circle));
        assertThrows(IllegalArgumentException.class, () -> Copies.any(circle));
    }

    @Test
    void nullableTellsAbsentFromNull() {
        assertEquals(JsonNullable.undefined(), Copies.nullable(JsonNullable.<String>undefined(), String::length));
        assertEquals(JsonNullable.of(null), Copies.nullable(JsonNullable.<String>of(null), String::length));
        assertEquals(JsonNullable.of(1), Copies.nullable(JsonNullable.of("a"), String::length));
    }
}
