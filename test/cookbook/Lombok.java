import com.acme.models.components.Cat;
import com.acme.models.components.Person;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Objects;

/** Uses classes that Lombok completes. */
public final class Lombok {
    private Lombok() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        String json =
                "{\"first_name\":\"Ada\",\"level\":3,\"pets\":[{\"kind\":\"cat\",\"name\":\"Tom\"},{\"kind\":\"dog\"}],\"x\":1}";
        Person person = mapper.readValue(json, Person.class);
        System.out.println(person.firstName() + " " + person.level() + " " + person.born() + " " + person.price());
        Cat tom = (Cat) Objects.requireNonNull(person.pets()).get(0);
        System.out.println(tom.name() + " "
                + tom.equals(Cat.builder().kind("cat").name("Tom").build()));
        System.out.println(
                mapper.writeValueAsString(person.toBuilder().pets(List.of(tom)).build()));
    }
}
