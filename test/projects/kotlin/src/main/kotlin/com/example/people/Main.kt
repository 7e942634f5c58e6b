package com.example.people

import com.example.people.models.components.Contact
import com.example.people.models.components.Person
import com.example.people.models.components.State
import com.example.people.support.ReadException
import com.fasterxml.jackson.databind.ObjectMapper
import kotlin.jvm.optionals.getOrNull

fun main() {
    val mapper = ObjectMapper()
    val json = """{"name":"Ada","title":"Dr","tags":["a",null],"state":"active","contact":{"number":"1"},"more":7.25}"""
    val person = Person.builder().name("Ada").title(null).nickName(null).build()
    val read: Person = mapper.readValue(json, Person::class.java)
    val tags: List<String?>? = read.tags().getOrNull()
    println(mapper.writeValueAsString(person.toBuilder().contact(Contact.ofString("ada@example.com")).build()))
    val title: String? = read.title().getOrNull()
    println("${read.name().length} $title $tags ${read.nickName().isPresent}")
    println(
        when (read.state().getOrNull()?.constant()) {
            State.Constant.ACTIVE -> "active"
            State.Constant.SUSPENDED -> "suspended"
            State.Constant.UNKNOWN, null -> "something else"
        },
    )
    val contact = read.contact().getOrNull()
    println(contact?.let { Contact.match(it, { text -> text }, { phone -> phone.number() }, { "unknown" }) })
    println(mapper.writeValueAsString(read) == json)
    try {
        mapper.readValue("""{"name":1}""", Person::class.java)
    } catch (e: ReadException) {
        e.violations().forEach { println("${it.path()} ${it.keyword()}") }
    }
}
