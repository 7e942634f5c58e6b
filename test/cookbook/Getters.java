import com.acme.models.components.Cat;
import com.acme.models.components.Person;
import com.acme.models.components.Pet;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What users do with classes that have JavaBean getters. */
public final class Getters {
    private Getters() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        String json = "{\"first_name\":\"Ada\",\"level\":30,\"class\":null,\"pets\":[{\"kind\":\"cat\"}],\"lombok\":true}";
        Person person = mapper.readValue(json, Person.class);
        List<Pet> pets = person.getPets().orElseThrow();
        System.out.println(person.getFirstName() + " " + person.getLevel() + " " + person.getClass_());
        System.out.println(((Cat) pets.get(0)).getKind());
        System.out.println(mapper.writeValueAsString(person).equals(json));
        Person ada = Person.builder().firstName("Ada").level(3).class_("C").lombok(true).build();
        System.out.println(ada.getBorn().orElseThrow());
        System.out.println(person.validate());
    }
}
