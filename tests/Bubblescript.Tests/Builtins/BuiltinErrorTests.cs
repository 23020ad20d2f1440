using Bubblescript.Builtins;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

public sealed class BuiltinErrorTests
{
    [Theory]
    [InlineData("random(0)", "random: the number must be greater than 0, got 0")]
    [InlineData("random(\"a\")", "random: argument 1 must be list, range or integer, got string (\"a\")")]
    [InlineData("sort([1], :up)", "sort: direction must be :asc or :desc, got string (\"up\")")]
    [InlineData("filter([1], [_foo: 1])", "filter: unknown query operator '_foo'")]
    [InlineData("score([1], [a: [_in: 5]])", "score: '_in' in a query needs a list, got integer (5)")]
    [InlineData("chunk([1], 0)", "chunk: the size of the pieces must be at least 1, got 0")]
    [InlineData("range(1, 5, 0)", "range: the step must not be 0")]
    [InlineData("range(1)", "range: argument 1 must be range when there is no second argument, got integer (1)")]
    [InlineData("range(\"a\", 2)", "range: argument 1 must be integer, got string (\"a\")")]
    [InlineData("range(1, 1000000)", "range: a list or map would be larger than the limit of 200,000 items")]
    [InlineData("reverse(5)", "reverse: argument 1 must be list or text, got integer (5)")]
    [InlineData("slice(5, 1)", "slice: argument 1 must be list or text, got integer (5)")]
    [InlineData("delete([1], \"a\")", "delete: argument 2 must be integer, got string (\"a\")")]
    [InlineData("delete(5, 1)", "delete: argument 1 must be list or map, got integer (5)")]
    [InlineData("index_of(5, 1)", "index_of: argument 1 must be list or text, got integer (5)")]
    [InlineData("keys(\"a\")", "keys: argument 1 must be map or list, got string (\"a\")")]
    [InlineData("values(5)", "values: argument 1 must be map or list, got integer (5)")]
    [InlineData("to_map([[\"a\", 1], 5])", "to_map: item 2 must be a [key, value] pair, got integer (5)")]
    [InlineData("put([1], -5, 2)", "put: index -5 is before the beginning of a list of 1 items")]
    [InlineData("split(\"a\", \",\", parts: 0)", "split: parts must be at least 1, got 0")]
    [InlineData("pad(\"a\", 5, side: :up)", "pad: side must be :left or :right, got string (\"up\")")]
    [InlineData("pad(\"a\", 9999999)", "pad: a text would be longer than the limit of 1,048,576 characters")]
    [InlineData("repeat_text(\"ab\", -1)", "repeat_text: n must not be negative, got -1")]
    [InlineData("repeat_text(\"ab\", 9223372036854775807)", "repeat_text: a text would be longer than the limit of 1,048,576 characters")]
    [InlineData("replace(repeat_text(\"a\", 2000), \"a\", repeat_text(\"b\", 2000))", "replace: a text would be longer than the limit of 1,048,576 characters")]
    [InlineData("regex_replace(repeat_text(\"a\", 2000), \"a\", repeat_text(\"b\", 2000))", "regex_replace: a text would be longer than the limit of 1,048,576 characters")]
    [InlineData("contains(5, 1)", "contains: argument 1 must be text or list, got integer (5)")]
    [InlineData("regex_match(\"a\", \"(\")", "regex_match: invalid regular expression \"(\" (character 2: Not enough )'s)")]
    [InlineData("regex_match(repeat_text(\"a\", 5000), \"^(?=a)(a+)+b$\")", "regex_match: the regular expression took longer than 100 ms")]
    [InlineData("format_number(1, 50)", "format_number: digits must be from 0 to 20, got 50")]
    [InlineData("round(1.0e300)", null)]
    [InlineData("ceil(pow(10.0, 30))", "ceil: 1.0e30 is too large for an integer (64 bits)")]
    [InlineData("sum([1, \"a\"])", "sum: item 2 must be number, got string (\"a\")")]
    [InlineData("avg([true])", "avg: item 1 must be number, got boolean (true)")]
    [InlineData("sum([9223372036854775807, 1])", "sum: integer overflow: the result of 9223372036854775807 + 1 is too large for an integer (64 bits)")]
    [InlineData("rem(1, 0)", "rem: division by zero: 1 by 0")]
    [InlineData("div(1, 0)", "div: division by zero: 1 by 0")]
    [InlineData("pow(10, 19)", "pow: 10 to the power of 19 is too large for an integer (64 bits)")]
    [InlineData("pow(2, 9223372036854775807)", "pow: 2 to the power of 9223372036854775807 is too large for an integer (64 bits)")]
    [InlineData("pow(-2.0, 0.5)", "pow: -2.0 to the power of 0.5 is no number that a float can hold")]
    [InlineData("sqrt(-4)", "sqrt: a negative number has no square root, got -4")]
    [InlineData("json_parse(\"[1,\")", "json_parse: the text is no valid JSON (line 1, character 3)")]
    [InlineData("base64_decode(\"a\")", "base64_decode: \"a\" is no Base64 of a text")]
    [InlineData("base64_decode(\"/////w==\")", "base64_decode: \"/////w==\" is no Base64 of a text")]
    [InlineData("hex_decode(\"xyz\")", "hex_decode: \"xyz\" are no hexadecimal digits of a text")]
    [InlineData("hmac(\"a\", \"b\", :crc)", "hmac: algorithm must be :sha256, :md5, :sha1 or :sha512, got string (\"crc\")")]
    [InlineData("hmac(\"a\", \"b\", encoding: :octal)", "hmac: encoding must be :hex or :base64, got string (\"octal\")")]
    [InlineData("csv_parse(\"a\", separator: \"\")", "csv_parse: separator must be a text without quotes and line breaks, got string (\"\")")]
    [InlineData("csv_build([[a: 1], [2]])", "csv_build: item 2 must be map like the first one, got list ([2])")]
    [InlineData("yaml_parse(\"a: [1\")", null)]
    [InlineData("yaml_parse(\"*x\")", "yaml_parse: the anchor 'x' is not defined before its use (line 1, column 1)")]
    [InlineData("xml_parse(\"<a>\")", null)]
    [InlineData("xml_parse(\"\")", null)]
    [InlineData("xml_parse(\"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>\")", "xml_parse: XML with a document type declaration is not read")]
    [InlineData("xml_parse(\"<a>&x;</a>\")", "xml_parse: the text is no valid XML: the entity &x; does not exist (line 1, column 5)")]
    [InlineData("xml_build([5])", "xml_build: an element must be [name, attributes, content] with a name that XML allows, got list ([5])")]
    [InlineData("xml_build([\"a\", 5])", "xml_build: attributes of an element must be map or nil, got integer (5)")]
    [InlineData("xml_build([\"a\", [\"b c\": 1]])", "xml_build: \"b c\" is no name of an attribute")]
    [InlineData("xml_xpath_one(\"<a/>\", \"//[\")", "xml_xpath_one: \"//[\" is no valid XPath")]
    [InlineData("xml_xpath_all(5, \"//a\")", "xml_xpath_all: argument 1 must be text or element, got integer (5)")]
    [InlineData("match(\"a\", \"[\")", null)]
    [InlineData("mail(\" \", \"a\", \"b\")", "mail: a mail needs an address to send it to")]
    [InlineData("sms_notify(nil, \"a\")", "sms_notify: a text message needs a number to send it to")]
    [InlineData("image(nil)", "image: the url is missing")]
    [InlineData("location([4, 52], zoom: 21)", "location: zoom must be an integer from 1 to 20, got integer (21)")]
    [InlineData("location([4, 52], maptype: \"moon\")", "location: maptype must be roadmap, satellite, terrain or hybrid, got string (\"moon\")")]
    [InlineData("contact(nil)", "contact: the fields of the contact are missing")]
    [InlineData("template(\"\")", "template: the type of the template is missing")]
    [InlineData("template(\"gallery\")", "template: a template of type gallery needs elements")]
    [InlineData("template(\"list\", elements: 5)", "template: elements of a template of type list must be list, got integer (5)")]
    [InlineData("template(\"buttons\", text: \"a\")", "template: a template of type buttons needs buttons")]
    [InlineData("template(\"buttons\", buttons: [1])", "template: a template of type buttons needs text")]
    [InlineData("template(\"card\")", "template: a template of type card needs card")]
    [InlineData("template(\"text\")", "template: a template of type text needs text")]
    [InlineData("gallery(nil)", "gallery: a template of type gallery needs elements")]
    [InlineData("input_method(\"knob\")", "input_method: \"knob\" is no input method; use item_picker, date_picker, location, form, numeric, wait, closed, qr, barcode, google_assistant_intent")]
    [InlineData("input_method(\"item_picker\")", "input_method: the input method item_picker needs items")]
    [InlineData("input_method(\"item_picker\", items: [])", "input_method: the input method item_picker needs at least one item")]
    [InlineData("input_method(\"item_picker\", items: [[value: 1]])", "input_method: item 1 of the input method item_picker needs a title")]
    [InlineData("input_method(\"form\", schema: 5)", "input_method: schema of the input method form must be map, got integer (5)")]
    public void Wrong_calls_say_what_is_wrong(string call, string? message)
    {
        Value result = ExpressionReader.Evaluate(call.Replace("1.0e300", "pow(10.0, 300)", StringComparison.Ordinal));
        string? error = Error(result);
        error.Should().NotBeNull(call).And.StartWith(call[..call.IndexOf('(', StringComparison.Ordinal)] + ": ");
        if (message is not null)
        {
            error.Should().Be(message);
        }
    }

    [Fact]
    public void Lists_that_share_their_parts_are_flattened_within_the_limits()
    {
        Value empty = List();
        Value full = List(1);
        for (int i = 0; i < 60; i++)
        {
            empty = List(empty, empty);
            full = List(full, full);
        }

        Error(Call("flatten", empty)).Should().Be("flatten: a list or map would be larger than the limit of 200,000 items");
        Error(Call("flatten", full)).Should().Be("flatten: a list or map would be larger than the limit of 200,000 items");
    }

    [Fact]
    public void Deep_xml_and_yaml_are_refused()
    {
        Error(Call("xml_parse", string.Concat(Enumerable.Repeat("<a>", 5000)))).Should().Be("xml_parse: XML is nested more than 256 levels deep");
        Error(Call("yaml_parse", new string('[', 5000))).Should().StartWith("yaml_parse: ");
        Value deep = "x";
        for (int i = 0; i < 5000; i++)
        {
            deep = List("a", Value.Nil, List(deep));
        }

        Error(Call("xml_build", deep)).Should().Be("xml_build: XML is nested more than 256 levels deep");
    }

    [Fact]
    public void An_xpath_that_takes_too_long_is_ended()
    {
        string xml = "<a>" + string.Concat(Enumerable.Repeat("<b/>", 3000)) + "</a>";
        TestFunctionContext context = new() { UsedLimits = new ExecutionLimits { TurnTime = TimeSpan.FromMilliseconds(50) } };
        BuiltinLibrary.Default.TryGet("xml_xpath_one", out BuiltinFunction? function).Should().BeTrue();
        Value result = BuiltinCall.Invoke(function!, new Value[] { xml, "count(//b[count(//b[count(//b) > 0]) > 0])" }, [], context);
        Error(result).Should().Be("xml_xpath_one: an XPath took longer than the limit of 0.05 seconds");
    }

    [Fact]
    public void Notes_and_mails_are_handed_over()
    {
        TestFunctionContext context = new();
        ExpressionReader.Evaluate("mail(\"ann@example.com\", \"Hi\", \"Text\", cc: \"bob@example.com\")", context).Should().Be(Value.True);
        ExpressionReader.Evaluate("sms_notify(\"+31\", \"Hi\")", context).Should().Be(Value.True);
        ExpressionReader.Evaluate("create_note(\"A note\")", context).Should().Be(Value.True);
        ExpressionReader.Evaluate("notify(\"Look\")", context).Should().Be(Value.True);
        ExpressionReader.Evaluate("escalate()", context).Should().Be(Value.True);
        context.Annotations.Select(static annotation => (annotation.Type, annotation.Message)).Should()
            .Equal(("mail", "Hi"), ("sms_notify", "Hi"), ("create_note", "A note"), ("notification", "Look"), ("escalation", string.Empty));
        Value.From(context.Annotations[0].Payload).Should().Be(Map(("cc", "bob@example.com"), ("to", "ann@example.com"), ("subject", "Hi"), ("body", "Text")));
    }

    [Fact]
    public void Groups_get_plain_variables_and_a_tilde()
    {
        TestFunctionContext context = new();
        ExpressionReader.Evaluate("spawn_group(\"team\", topic: :tea)", context).Should().Be(Value.From("~team"));
        context.Groups.Should().ContainSingle().Which.Name.Should().Be("~team");
        Value.From(context.Groups[0].Variables).Should().Be(Map(("topic", "tea")));
    }

    [Fact]
    public void Group_names_are_the_base32_of_a_hash()
    {
        // SHA-256 of "a" U+001F "b" in lower-case Base32, first ten characters.
        ExpressionReader.Evaluate("group_name(\"b\", \"a\")").Should().Be(Value.From("~6bgnz3mxg2"));
    }

    private static Value Call(string name, params Value[] arguments)
    {
        BuiltinLibrary.Default.TryGet(name, out BuiltinFunction? function).Should().BeTrue();
        return BuiltinCall.Invoke(function!, arguments, [], new TestFunctionContext());
    }
}
