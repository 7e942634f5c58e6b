package com.example.app;

import com.example.api.models.components.Order;
import com.example.api.support.ConstraintPaths;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class App {
    public static void main(String[] arguments) {
        SpringApplication.run(App.class, arguments);
    }

    @Bean
    static LocalValidatorFactoryBean validator() {
        return new LocalValidatorFactoryBean() {
            @Override
            protected Object getRejectedValue(
                    String field, ConstraintViolation<Object> violation, BindingResult bindingResult) {
                return violation.getInvalidValue();
            }
        };
    }

    @PostMapping("/orders")
    public Order create(@Valid @RequestBody Order order) {
        return order;
    }

    /** The paths in Java and in JSON, and the messages. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    public List<Map<String, String>> problems(MethodArgumentNotValidException exception) {
        return exception.getFieldErrors().stream()
                .map(error -> Map.of(
                        "field", error.getField(),
                        "path", ConstraintPaths.of(error.unwrap(ConstraintViolation.class)),
                        "message", String.valueOf(error.getDefaultMessage())))
                .toList();
    }
}
