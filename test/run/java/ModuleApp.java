package com.example.app;

import com.example.api.models.components.Cat;
import com.example.api.models.components.Pet;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Uses the models of another module. */
public final class ModuleApp {
    private ModuleApp() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Pet pet = mapper.readValue(arguments[0], Pet.class);
        System.out.println(((Cat) pet).name() + " " + pet.validate());
        System.out.println(mapper.writeValueAsString(pet));
    }
}
