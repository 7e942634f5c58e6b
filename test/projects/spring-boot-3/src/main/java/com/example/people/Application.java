package com.example.people;

import com.example.people.models.components.Person;
import com.example.people.models.components.PersonPatch;
import com.example.people.models.components.Role;
import com.example.people.support.ReadException;
import com.example.people.support.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @RestController
    static class People {
        private final Map<String, Person> all = new ConcurrentHashMap<>();

        @PostMapping("/people")
        Person create(@RequestBody Person person) {
            List<Violation> violations = person.validate();
            if (!violations.isEmpty()) {
                ProblemDetail problem = Errors.problem("the document violates constraints", violations);
                throw new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
            }
            all.put(person.id(), person);
            return person;
        }

        @GetMapping("/people/{id}")
        Person find(@PathVariable("id") String id) {
            return all.get(id);
        }

        @GetMapping("/people")
        List<String> findAll(@RequestParam("role") Role role) {
            return all.values().stream()
                    .filter(person -> person.role().equals(Optional.of(role)))
                    .map(Person::id)
                    .sorted()
                    .toList();
        }

        @PatchMapping("/people/{id}")
        Person update(@PathVariable("id") String id, @RequestBody PersonPatch patch) {
            Person.Builder changed = find(id).toBuilder();
            patch.name().ifPresent(changed::name);
            patch.nickName().ifPresent(changed::nickName);
            return changed.build();
        }
    }

    /** Responds 400 with all errors of a document. */
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Errors {
        @ExceptionHandler
        ProblemDetail handle(HttpMessageNotReadableException e) {
            return e.getCause() instanceof ReadException wrong
                    ? problem("the document does not match the model", wrong.violations())
                    : problem("the body must be a JSON document", List.of());
        }

        static ProblemDetail problem(String detail, List<?> violations) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
            problem.setProperty("violations", violations);
            return problem;
        }
    }

    @Configuration
    static class Parameters implements WebMvcConfigurer {
        @Override
        public void addFormatters(FormatterRegistry registry) {
            registry.addConverter(String.class, Role.class, Role::of);
        }
    }
}
