using System.Text.Json;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Replay;

public sealed class FieldMappingTests
{
    [Theory]
    [InlineData("pageview", "", "\"pageview\"")]
    [InlineData("5", "", "5")]
    [InlineData("\"5\"", "", "\"5\"")]
    [InlineData("true", "", "true")]
    [InlineData("null", "", "null")]
    [InlineData("\"{{x}}\"", "", "\"{x}\"")]
    public void Constant_Text_KeepsItsKind(string field, string a, string expected) =>
        Assert.Equal(expected, Mappings.FieldOf(field, a));

    [Theory]
    [InlineData("\"{A}\"", "x", "\"x\"")]
    [InlineData("\"/product/{A}\"", "x", "\"/product/x\"")]
    [InlineData("\"{{{A}}}\"", "x", "\"{x}\"")]
    [InlineData("\"/product/{A}\"", "", "absent")]
    [InlineData("\"{A}{B}\"", "x", "absent")]
    [InlineData("{ text: \"{A}-{B}\", skip_if_empty: false }", "x", "\"x-\"")]
    [InlineData("{ text: \"{A}\", default: none }", "", "\"none\"")]
    [InlineData("{ text: \"{A}\", empty: [Select, n/a] }", "Select", "absent")]
    public void Text_WithColumns_IsFilledOrLeftOut(string field, string a, string expected) =>
        Assert.Equal(expected, Mappings.FieldOf(field, a));

    [Theory]
    [InlineData("{ text: \"{A}\", as: number }", "2.50", "2.50")]
    [InlineData("{ text: \"{A}\", as: number }", "-3e2", "-300")]
    [InlineData("{ text: \"{A}\", as: bool }", "Yes", "true")]
    [InlineData("{ text: \"{A}\", as: bool }", "0", "false")]
    [InlineData("{ text: \"{A}\", as: json }", "{\"k\":[1]}", "{\"k\":[1]}")]
    [InlineData("{ text: \"{A}\", as: timestamp, format: unix }", "1396437466.94", "\"2014-04-02T11:17:46.940Z\"")]
    [InlineData("{ text: \"{A}\", as: timestamp, plus: 2h }", "2026-06-01", "\"2026-06-01T02:00:00.000Z\"")]
    [InlineData("{ text: \"{A}\", as: timestamp, plus: 2d }", "2026-06-16", "\"2026-06-17T12:00:00.000Z\"")]
    [InlineData("{ text: \"{A}\", values: { \"Yes\": true, \"No\": false } }", "Yes", "true")]
    [InlineData("{ text: \"{A}\", values: { 1: one } }", "1", "\"one\"")]
    [InlineData("{ text: \"{A}\", values: { gone: null } }", "gone", "null")]
    [InlineData("{ text: \"{A}\", values: { x: y } }", "other", "\"other\"")]
    [InlineData("{ text: \"{A}\", values: { x: y }, otherwise: z }", "other", "\"z\"")]
    [InlineData("{ text: \"{A}\", split: \"|\" }", "a | b||c", "[\"a\",\"b\",\"c\"]")]
    [InlineData("[\"{A}\", \"{B}\", fixed]", "x", "[\"x\",\"fixed\"]")]
    [InlineData("\"{now}\"", "", "\"2026-06-17T12:00:00.000Z\"")]
    [InlineData("\"{row.line}\"", "", "\"2\"")]
    public void Value_OfAKind_IsConverted(string field, string a, string expected) =>
        Assert.Equal(expected, Mappings.FieldOf(field, a));

    [Theory]
    [InlineData("number", "12a", "it: '12a' is not a number")]
    [InlineData("number", "NaN", "it: 'NaN' is not a number")]
    [InlineData("bool", "perhaps", "it: 'perhaps' is neither true nor false")]
    [InlineData("timestamp", "soon", "it: 'soon' is not a timestamp")]
    [InlineData("json", "{", "it: '{' is not JSON")]
    public void Value_OfAnotherKind_IsAFaultOfTheRow(string kind, string a, string fault)
    {
        var mapping = Mappings.Parse($"events:\n  - to: cdp\n    fields:\n      it: {{ text: \"{{A}}\", as: {kind} }}\n");

        Assert.Equal(fault, Assert.Single(Mappings.Map(mapping, $"A\tB\n{a}\t\n")).Fault);
    }

    [Fact]
    public void Fields_WithDots_AreNested()
    {
        var sent = Assert.Single(Mappings.Apply(
            """
            events:
              - to: cdp
                fields:
                  type: customer.upserted
                  data.user_id: "{A}"
                  data.traits.city: "{B}"
                  data.traits.empty: "{C}"
            """,
            "A,B,C\nu1,Zürich,\n"));

        var expected = JsonElement.Parse("""{"type":"customer.upserted","data":{"user_id":"u1","traits":{"city":"Zürich"}}}""");
        Assert.True(JsonElement.DeepEquals(expected, sent), sent.GetRawText());
    }
}
