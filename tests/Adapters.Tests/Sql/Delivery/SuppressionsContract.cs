using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Delivery;

public abstract class SuppressionsContract(IStores stores) : StoreContract(stores)
{
    private static readonly ChannelAddress Ann = new("email", "ann@example.com"), Phone = new("sms", "+4915112345678");

    private ISuppressions Suppressions => Store.Get<ISuppressions>();

    [Fact]
    public async Task OfAsync_ManyAddresses_TellsThoseThatAreSuppressedNow()
    {
        ChannelAddress[] many = [.. Enumerable.Range(0, 1200).Select(i => new ChannelAddress("email", $"p{i:D4}@example.com"))];
        Assert.Equal(600, await Suppressions.AddAsync([.. many.Where((_, i) => i % 2 == 0).Select(at => Of(at))], null, Ending));
        await Suppressions.AddAsync([Of(Phone, SuppressionReasons.Stop) with { ExpiresAt = Now.AddDays(1) }], null, Ending);

        var found = await Suppressions.OfAsync([.. many, Phone, new("sms", Ann.Address)], Now, Ending);
        Assert.Equal(601, found.Count);
        Assert.Equal(SuppressionReasons.Stop, found[Phone].Reason);
        Assert.DoesNotContain(Phone, (await Suppressions.OfAsync([Phone], Now.AddDays(1), Ending)).Keys);
        Assert.Empty(await Suppressions.OfAsync([], Now, Ending));
    }

    [Fact]
    public async Task AddAsync_AnotherReason_TheHeavierOneStays()
    {
        string[] told = [SuppressionReasons.SoftBounce, SuppressionReasons.Bounce, SuppressionReasons.Complaint, SuppressionReasons.Stop, SuppressionReasons.SoftBounce];
        string?[] expected = [null, SuppressionReasons.Bounce, SuppressionReasons.Complaint, SuppressionReasons.Complaint, SuppressionReasons.Complaint];
        foreach (var (reason, after) in told.Zip(expected))
        {
            await Suppressions.AddAsync([Of(Ann, reason)], null, Ending);
            Assert.Equal(after, (await Suppressions.OfAsync([Ann], Now, Ending)).GetValueOrDefault(Ann)?.Reason);
        }
    }

    [Fact]
    public async Task AddAsync_SoftBounces_SuppressTheFifthTimeWithinThirtyDays()
    {
        for (var day = 0; day < 36; day += 9) await Suppressions.AddAsync([Of(Ann, SuppressionReasons.SoftBounce) with { CreatedAt = Now.AddDays(day) }], null, Ending);
        await Suppressions.AddAsync([Of(Ann, SuppressionReasons.SoftBounce) with { CreatedAt = Now.AddDays(36) }], null, Ending);
        Assert.Empty(await Suppressions.OfAsync([Ann], Now.AddDays(36), Ending));

        foreach (var hour in new[] { 1, 1, 2 }) await Suppressions.AddAsync([Of(Ann, SuppressionReasons.SoftBounce) with { CreatedAt = Now.AddDays(36).AddHours(hour) }], null, Ending);
        Assert.Equal(SuppressionReasons.Bounce, (await Suppressions.OfAsync([Ann], Now.AddDays(37), Ending))[Ann].Reason);
    }

    [Fact]
    public async Task ListAsync_ByPages_HasEachOnce()
    {
        await Suppressions.AddAsync([Of(Ann), Of(new("email", "bob@example.com"), SuppressionReasons.Bounce), Of(Phone)], null, Ending);

        var first = await Suppressions.ListAsync(new SuppressionQuery(null, null, null), null, 2, Now, Ending);
        var next = await Suppressions.ListAsync(new SuppressionQuery(null, null, null), first[^1].At, 2, Now, Ending);
        Assert.Equal(["ann@example.com", "bob@example.com", "+4915112345678"], first.Concat(next).Select(one => one.At.Address));
        Assert.Equal([Ann], (await Suppressions.ListAsync(new SuppressionQuery("email", "manual", "an"), null, 9, Now, Ending)).Select(one => one.At));
        Assert.True(await Suppressions.RemoveAsync(Ann, null, Ending));
        Assert.False(await Suppressions.RemoveAsync(Ann, null, Ending));
    }

    private static Suppression Of(ChannelAddress at, string reason = SuppressionReasons.Manual) => new(at, reason, null, null, "test", Now);
}
