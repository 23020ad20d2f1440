using Bubblescript.Schemas;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Schemas;

public sealed class CompiledSchemaTests
{
    private static readonly MapValue Shared = ValueJson.Parse("""
        {
          "person": {"type": "object", "properties": {"name": {"type": "string"}, "children": {"type": "array", "items": {"$ref": "person"}}}, "required": ["name"]},
          "money": {"type": "object", "properties": {"amount": {"$ref": "#/definitions/amount"}}, "definitions": {"amount": {"type": "number", "minimum": 0}}},
          "loop": {"$ref": "loop"},
          "explosion": {"anyOf": [{"$ref": "explosion"}, {"$ref": "explosion"}]}
        }
        """).AsMap()!;

    [Theory]
    [InlineData("""{"type": "string"}""", "5", "the value must be a string, got integer (5)")]
    [InlineData("""{"type": "number"}""", "\"x\"", "the value must be a number, got string (\"x\")")]
    [InlineData("""{"type": "integer"}""", "1.5", "the value must be an integer, got float (1.5)")]
    [InlineData("""{"type": "boolean"}""", "0", "the value must be a boolean, got integer (0)")]
    [InlineData("""{"type": "object"}""", "[1]", "the value must be a map, got list ([1])")]
    [InlineData("""{"type": "array"}""", "{\"a\": 1}", "the value must be a list, got map (%{a: 1})")]
    [InlineData("""{"type": ["string", "null"]}""", "5", "the value must be a string or nil, got integer (5)")]
    [InlineData("""{"type": "string"}""", "null", "the value must be a string, got nil")]
    [InlineData("""{"enum": ["red", "blue"]}""", "\"green\"", "the value must be one of \"red\", \"blue\", got string (\"green\")")]
    [InlineData("""{"const": 5}""", "6", "the value must be 5, got integer (6)")]
    [InlineData("""{"minimum": 3}""", "2", "the value must be at least 3, got 2")]
    [InlineData("""{"maximum": 3}""", "3.5", "the value must be at most 3, got 3.5")]
    [InlineData("""{"exclusiveMinimum": 3}""", "3", "the value must be greater than 3, got 3")]
    [InlineData("""{"exclusiveMaximum": 3}""", "3.0", "the value must be less than 3, got 3.0")]
    [InlineData("""{"multipleOf": 0.1}""", "0.35", "the value must be a multiple of 0.1, got 0.35")]
    [InlineData("""{"minLength": 3}""", "\"né\"", "the value must have at least 3 characters, got 2: \"né\"")]
    [InlineData("""{"maxLength": 1}""", "\"👍🏽👍🏽\"", "the value must have at most 1 character, got 2: \"👍🏽👍🏽\"")]
    [InlineData("""{"pattern": "^[0-9]{4}$"}""", "\"12\"", "the value must match the pattern ^[0-9]{4}$, got string (\"12\")")]
    [InlineData("""{"format": "email"}""", "\"ann@\"", "the value must be a valid email, got string (\"ann@\")")]
    [InlineData("""{"items": {"type": "integer"}}""", "[1, \"x\"]", "[1]: must be an integer, got string (\"x\")")]
    [InlineData("""{"items": [{"type": "integer"}, {"type": "string"}]}""", "[1, 2, 3]", "[1]: must be a string, got integer (2)")]
    [InlineData("""{"minItems": 2}""", "[1]", "the value must have at least 2 items, got 1")]
    [InlineData("""{"maxProperties": 1}""", "{\"a\": 1, \"b\": 2}", "the value must have at most 1 entry, got 2")]
    [InlineData("""{"uniqueItems": true}""", "[1, 2, 1.0]", "[2]: must not repeat the item at index 0, got float (1.0)")]
    [InlineData("""{"required": ["name"]}""", "{}", "name: is required but missing")]
    [InlineData("""{"properties": {"a b": {"type": "string"}}}""", "{\"a b\": 1}", "\"a b\": must be a string, got integer (1)")]
    [InlineData("""{"properties": {"a": {}}, "additionalProperties": false}""", "{\"a\": 1, \"b\": 2}", "b: is not allowed here; allowed are \"a\"")]
    [InlineData("""{"additionalProperties": {"type": "integer"}}""", "{\"a\": 1, \"b\": \"x\"}", "b: must be an integer, got string (\"x\")")]
    [InlineData("""{"allOf": [{"minimum": 1}, {"maximum": 3}]}""", "4", "the value must be at most 3, got 4")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "integer"}]}""", "1.5", "the value must be a string, got float (1.5) (the closest of 2 alternatives)")]
    [InlineData("""{"oneOf": [{"minimum": 1}, {"maximum": 3}]}""", "2", "the value must be described by exactly one of 2 alternatives but is by 2, got integer (2)")]
    [InlineData("""{"not": {"type": "string"}}""", "\"x\"", "the value must not be what the schema under \"not\" describes, got string (\"x\")")]
    [InlineData("false", "1", "the value is not allowed")]
    public void Violations_name_the_path_and_what_was_given(string schema, string value, string expected) =>
        Check(schema, ValueJson.Parse(value)).Should().Be(expected);

    [Theory]
    [InlineData("""{"type": "integer"}""", "1.0")]
    [InlineData("""{"type": "number"}""", "1")]
    [InlineData("""{"type": ["string", "null"]}""", "null")]
    [InlineData("""{"enum": [1, null, {"a": [1.0]}]}""", "{\"a\": [1]}")]
    [InlineData("""{"const": null}""", "null")]
    [InlineData("""{"multipleOf": 0.1}""", "0.3")]
    [InlineData("""{"minimum": 3, "minLength": 9, "minItems": 9, "required": ["x"]}""", "true")]
    [InlineData("""{"pattern": "b+"}""", "\"abbc\"")]
    [InlineData("""{"pattern": "^(?!a).*$"}""", "\"bc\"")]
    [InlineData("""{"format": "no such format"}""", "\"x\"")]
    [InlineData("""{"items": [{"type": "integer"}]}""", "[]")]
    [InlineData("""{"required": ["a"], "properties": {"a": {"type": ["string", "null"]}}}""", "{\"a\": null}")]
    [InlineData("""{"properties": {"a": {"type": "string"}}}""", "{\"a\": null}")]
    [InlineData("""{"oneOf": [{"type": "string"}, {"type": "integer"}]}""", "1")]
    [InlineData("""{"$ref": "money", "type": "string"}""", "{\"amount\": 3}")]
    [InlineData("""{"title": "T", "description": "D", "default": 1, "examples": [], "x-ours": 1}""", "\"x\"")]
    [InlineData("true", "1")]
    [InlineData("{}", "null")]
    public void What_the_schema_describes_is_accepted(string schema, string value) => Check(schema, ValueJson.Parse(value)).Should().BeNull();

    [Theory]
    [InlineData("date", "2024-02-29", "2023-02-29")]
    [InlineData("time", "10:30:00Z", "25:00")]
    [InlineData("time", "09:30", "9.30")]
    [InlineData("date-time", "2024-05-01T10:00:00.5+02:00", "2024-05-01 10:00")]
    [InlineData("date-time", "2024-05-01T10:00:00", "2024-05-01")]
    [InlineData("email", "ann.b@example.com", "ann b@example.com")]
    [InlineData("uri", "https://example.com/a?b#c", "/relative")]
    [InlineData("uri-reference", "/relative", "a b")]
    [InlineData("uuid", "123e4567-e89b-12d3-a456-426614174000", "123e4567")]
    [InlineData("ipv4", "10.0.0.1", "10.1")]
    [InlineData("ipv6", "::1", "10.0.0.1")]
    [InlineData("hostname", "example.com", "-x-.com")]
    [InlineData("regex", "a+", "(")]
    public void Formats_tell_right_from_wrong(string format, string right, string wrong)
    {
        string schema = $$"""{"format": "{{format}}"}""";
        Check(schema, right).Should().BeNull();
        Check(schema, wrong).Should().Be($"the value must be a valid {format}, got string (\"{wrong}\")");
    }

    [Fact]
    public void Paths_lead_through_lists_and_maps()
    {
        const string Schema = """{"properties": {"items": {"items": {"properties": {"price": {"type": "number"}}}}}}""";
        Value order = Map(("items", List(Map(("price", 1)), Map(("price", 2)), Map(("price", "x")))));
        SchemaViolation violation = Validate(Schema, order)!;
        violation.Path.Should().Be("items[2].price");
        violation.Describe("_args").Should().Be("_args.items[2].price: must be a number, got string (\"x\")");
        Validate("""{"items": {"type": "string"}}""", List(1))!.Describe("_args").Should().Be("_args[0]: must be a string, got integer (1)");
        Validate("""{"type": "object"}""", 1)!.Describe("_args").Should().Be("_args: must be a map, got integer (1)");
    }

    [Fact]
    public void Entities_messages_and_atoms_count_as_what_they_stand_for()
    {
        Check("""{"type": "integer", "minimum": 5}""", Entity(5)).Should().BeNull();
        Check("""{"type": "string", "maxLength": 2}""", Message("hi")).Should().BeNull();
        Check("""{"enum": ["red"]}""", Value.AtomOf("red")).Should().BeNull();
        Check("""{"type": "array", "items": {"maximum": 3}}""", Range(1, 4)).Should().Be("[3]: must be at most 3, got 4");
        Check("""{"properties": {"lat": {"type": "string"}}}""", Record(RecordKind.Location, ("lat", 1.5), ("lon", 2.5)))
            .Should().Be("lat: must be a string, got float (1.5)");
    }

    [Fact]
    public void References_lead_into_the_shared_schemas_and_the_schema_itself()
    {
        Value family = Map(("name", "Ann"), ("children", List(Map(("name", "Bob"), ("children", List(Map(("nam", "Cy"))))))));
        foreach (string reference in new[] { "person", "#/person", "#/schemas/person" })
        {
            Check($$"""{"$ref": "{{reference}}"}""", family).Should().Be("children[0].children[0].name: is required but missing");
        }

        Check("""{"$ref": "money"}""", Map(("amount", -1))).Should().Be("amount: must be at least 0, got -1");
        Check("""{"$ref": "money#/definitions/amount"}""", -1).Should().Be("the value must be at least 0, got -1");
        Check("""{"properties": {"next": {"$ref": "#"}}, "required": ["id"]}""", Map(("id", 1), ("next", Map(("id", 2), ("next", Map(("di", 3)))))))
            .Should().Be("next.next.id: is required but missing");
    }

    [Theory]
    [InlineData("5", "a schema must be a map, true or false, got integer (5)")]
    [InlineData("""{"type": "text"}""", "type: must be string, number, integer, boolean, object, array or null, got string (\"text\")")]
    [InlineData("""{"properties": {"a": {"minimum": "x"}}}""", "properties.a.minimum: must be a number, got string (\"x\")")]
    [InlineData("""{"properties": [1]}""", "properties: must be a map of schemas, got list ([1])")]
    [InlineData("""{"required": "name"}""", "required: must be a list of names, got string (\"name\")")]
    [InlineData("""{"enum": []}""", "enum: must be a list of at least one value, got list ([])")]
    [InlineData("""{"anyOf": [{"maxLength": -1}]}""", "anyOf[0].maxLength: must be an integer of at least 0, got integer (-1)")]
    [InlineData("""{"oneOf": {}}""", "oneOf: must be a list of at least one schema, got map (%{})")]
    [InlineData("""{"multipleOf": 0}""", "multipleOf: must be a number greater than 0, got integer (0)")]
    [InlineData("""{"$ref": "nope"}""", "$ref: there is no schema \"nope\" in @schemas")]
    [InlineData("""{"$ref": "https://example.com/schema.json"}""", "$ref: there is no schema \"https://example.com/schema.json\" in @schemas")]
    [InlineData("""{"if": {}}""", "if: this keyword is not supported; describe the value with properties, items, anyOf, allOf, oneOf and not")]
    public void Wrong_schemas_are_explained(string schema, string expected)
    {
        CompiledSchema.TryCompile(ValueJson.Parse(schema), Shared, out CompiledSchema? compiled, out string? error).Should().BeFalse();
        compiled.Should().BeNull();
        error.Should().Be(expected);
    }

    [Fact]
    public void An_invalid_pattern_is_explained()
    {
        CompiledSchema.TryCompile(Map(("pattern", "(")), Shared, out _, out string? error).Should().BeFalse();
        error.Should().StartWith("pattern: is no valid regular expression: ");
    }

    [Fact]
    public void Schemas_that_lead_to_themselves_come_to_an_end()
    {
        SchemaViolation violation = Validate("""{"$ref": "loop"}""", 1)!;
        violation.IsLimit.Should().BeTrue();
        violation.Message.Should().Be("is nested deeper than the limit of 256 references of its schema");
        Validate("""{"$ref": "explosion"}""", 1)!.IsLimit.Should().BeTrue();
        Validate("""{"not": {"$ref": "loop"}}""", 1)!.IsLimit.Should().BeTrue();
    }

    [Fact]
    public void Patterns_that_backtrack_for_ever_are_given_up()
    {
        SchemaViolation violation = Validate("""{"pattern": "^(?=(a+)+$)x"}""", new string('a', 60) + "b")!;
        violation.IsLimit.Should().BeTrue();
    }

    [Fact]
    public void The_cache_compiles_a_schema_once()
    {
        SchemaCache cache = new(Shared);
        Value schema = Map(("type", "string"));
        cache.TryGet(schema, out CompiledSchema? first, out _).Should().BeTrue();
        cache.TryGet(schema, out CompiledSchema? second, out _).Should().BeTrue();
        second.Should().BeSameAs(first);
        cache.TryGet(Map(("type", "strin")), out _, out string? error).Should().BeFalse();
        error.Should().StartWith("type: must be");
    }

    private static string? Check(string schema, Value value) => Validate(schema, value)?.Describe();

    private static SchemaViolation? Validate(string schema, Value value)
    {
        CompiledSchema.TryCompile(ValueJson.Parse(schema), Shared, out CompiledSchema? compiled, out string? error).Should().BeTrue(error);
        return compiled!.Validate(value);
    }
}
