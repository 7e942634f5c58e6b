import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableModule;

/** Mappers as applications set them up. All of them read and write the generated models alike. */
public final class Mappers {
    private Mappers() {}

    public static ObjectMapper plain() {
        return new ObjectMapper();
    }

    /** As Spring Boot 3 makes it, with the modules that are on its class path. */
    public static ObjectMapper springBoot() {
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule())
                .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    public static ObjectMapper withNullables() {
        return new ObjectMapper().registerModule(new JsonNullableModule());
    }

    public static ObjectMapper nonNull() {
        return new ObjectMapper().setDefaultPropertyInclusion(Include.NON_NULL);
    }

    public static ObjectMapper nonDefault() {
        return new ObjectMapper().setDefaultPropertyInclusion(Include.NON_DEFAULT);
    }

    /** Leaves out values by their types, which are settings that a class cannot override. */
    public static ObjectMapper nonDefaultTypes() {
        ObjectMapper mapper = new ObjectMapper();
        JsonInclude.Value nonDefault = JsonInclude.Value.construct(Include.NON_DEFAULT, Include.NON_DEFAULT);
        List<Class<?>> types = List.of(
                String.class,
                Object.class,
                Boolean.class,
                boolean.class,
                Integer.class,
                int.class,
                Long.class,
                long.class,
                Double.class,
                double.class,
                LocalDate.class,
                List.class,
                Map.class,
                JsonNullable.class);
        types.forEach(type -> mapper.configOverride(type).setInclude(nonDefault));
        return mapper;
    }

    /** Whose settings contradict the models wherever they can. */
    public static ObjectMapper stubborn() {
        return springBoot()
                .setDefaultPropertyInclusion(Include.NON_EMPTY)
                .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP, Nulls.SKIP))
                .setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .setVisibility(PropertyAccessor.ALL, Visibility.ANY)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
                .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX)
                .enable(SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED);
    }
}
