using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Access;

/// <summary>Keys are kept with their entry of the audit, hold until they are revoked, and never share a name.</summary>
public abstract class AccessKeysContract(IStores stores) : StoreContract(stores)
{
    private IAccessKeys Keys => Store.Get<IAccessKeys>();

    private IAudit Audit => Store.Get<IAudit>();

    [Fact]
    public async Task AddAsync_Key_HoldsAsItIsAndIsInTheAudit()
    {
        var added = await AddAsync("anna", AccessRole.Admin);

        Assert.Equal(added, Assert.Single(await Keys.ListHoldingAsync(Ending)));
        Assert.Equal(("anna", AccessRole.Admin, "_master", null, null), (added!.Name, added.Role, added.CreatedBy, added.LastUsedAt, added.RevokedAt));
        Assert.Equal("added", Assert.Single(await Audit.ListAsync(new AuditQuestion(AuditedKinds.AccessKey, "anna"), long.MaxValue, 5, Ending)).Action);
    }

    [Fact]
    public async Task AddAsync_ManyOfOneNameAtOnce_AddsOne()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => AddAsync("anna"))));

        Assert.Single(added, key => key is not null);
        Assert.Single(await Keys.ListHoldingAsync(Ending));
        Assert.Single(await Audit.ListAsync(new AuditQuestion(), long.MaxValue, 50, Ending));
    }

    [Fact]
    public async Task AddAsync_MoreThanMayHold_AddsNone()
    {
        var first = await AddAsync("anna", most: 1);
        Assert.Null(await AddAsync("ben", most: 1));
        await RevokeAsync(first!.Id);
        Assert.NotNull(await AddAsync("ben", most: 1));
    }

    [Fact]
    public async Task RevokeAsync_Key_HoldsNoMoreAndKeepsItsName()
    {
        var (anna, ben) = (await AddAsync("anna"), await AddAsync("ben"));

        Assert.Equal("anna", (await RevokeAsync(anna!.Id))!.Name);

        Assert.Null(await RevokeAsync(anna.Id));
        Assert.Null(await RevokeAsync(987));
        Assert.Equal(ben, Assert.Single(await Keys.ListHoldingAsync(Ending)));
        Assert.Null(await AddAsync("anna"));
        Assert.Equal([ben!.Id, anna.Id], (await Keys.ListAsync(long.MaxValue, 10, Ending)).Select(key => key.Id));
        Assert.Equal(Now.AddDays(1), Assert.Single(await Keys.ListAsync(ben.Id, 10, Ending)).RevokedAt);
        Assert.Single(await Keys.ListAsync(long.MaxValue, 1, Ending));
        Assert.Single(await Audit.ListAsync(new AuditQuestion(AuditedKinds.AccessKey, "anna"), long.MaxValue, 5, Ending), entry => entry.Action == "revoked");
    }

    [Fact]
    public async Task TouchAsync_EarlierThanWhatIsNoted_ChangesNothing()
    {
        var key = await AddAsync("anna");
        await Keys.TouchAsync(key!.Id, Now.AddHours(2), Ending);
        await Keys.TouchAsync(key.Id, Now.AddHours(1), Ending);
        await Keys.TouchAsync(987, Now, Ending);

        Assert.Equal(Now.AddHours(2), Assert.Single(await Keys.ListHoldingAsync(Ending)).LastUsedAt);
    }

    private Task<AccessKey?> AddAsync(string name, AccessRole role = AccessRole.Editor, int most = 10) => Keys.AddAsync(
        new AccessKey(0, name, role, KeySecrets.HashOf(Guid.CreateVersion7().ToString()), Now, "_master", null, null), Entry(name, "added"), most, Ending);

    private Task<AccessKey?> RevokeAsync(long id) => Keys.RevokeAsync(id, Now.AddDays(1), key => Entry(key.Name, "revoked"), Ending);

    private static AuditEntry Entry(string name, string action) => new(Now, "_master", AuditedKinds.AccessKey, name, action);
}
