using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Privacy;

/// <summary>Somebody of whom as much as possible is stored.</summary>
internal sealed record KnownPerson(string Customer, string Device, string Alias, string Email, string Phone, string Decision)
{
    public IReadOnlyList<string> Secrets => [Customer, Device, Alias, Email, Phone];

    public static async Task<KnownPerson> MakeAsync(EngineClient client)
    {
        var mark = $"{Guid.CreateVersion7():N}";
        var person = new KnownPerson($"customer-{mark}", $"device-{mark}", $"alias-{mark}", $"anna.{mark}@example.org", $"+49{mark}", "");
        await client.AcceptEventsAsync("rybbit", person.Views());
        await client.AcceptEventsAsync("cdp",
            person.Upserted(),
            Sent.Cdp("identity.linked", 2, new JsonObject { ["user_id"] = person.Customer, ["aliases"] = new JsonArray(person.Alias) }),
            Sent.Cdp("consent.updated", 2, new JsonObject { ["user_id"] = person.Customer, ["purpose"] = "email", ["granted"] = true }),
            Sent.Cdp("lead.converted", 2, new JsonObject { ["user_id"] = person.Customer, ["value"] = 12 }));
        Assert.Equal(400, (await client.SendEventsAsync("cdp", person.Broken().ToJsonString())).Status);

        await client.AddRuleAsync(Defined.Rule(Defined.For(person.Customer), Defined.Show("hero", "for them")).With("conditions", new JsonObject { ["email"] = person.Email }));
        person = person with { Decision = (string)(await client.PersonalizeAsync(person.Customer, "slots=hero"))["decision_id"]! };
        (await client.PostAsync("/api/v1/events", person.Click())).AssertOk();
        return person;
    }

    public IEnumerable<JsonObject> Views()
    {
        for (var i = 0; i < 5; i++)
        {
            var view = Sent.PageView(Device, "/pricing", 10 - i, "s");
            view["event_id"] = $"{Device}#{i}";
            view.Remove("user_id");
            view["anonymous_id"] = Device;
            if (i > 2) view["user_id"] = Customer;
            yield return view;
        }
    }

    public JsonObject Upserted() => Sent.Cdp("customer.upserted", 3, new JsonObject
    {
        ["user_id"] = Customer,
        ["email"] = Email,
        ["phone"] = Phone,
        ["name"] = "Anna",
    });

    /// <summary>What is refused, and names them all the same.</summary>
    public JsonObject Broken() => Sent.Cdp("customer.upserted", -600, new JsonObject { ["user_id"] = Customer, ["email"] = Email });

    public string Click() => new JsonObject { ["type"] = "click", ["decision_id"] = Decision, ["slot"] = "hero" }.ToJsonString();
}
