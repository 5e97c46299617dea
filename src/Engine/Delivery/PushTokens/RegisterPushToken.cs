using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.PushTokens;

/// <summary>Keeps where somebody can be reached by push, under the person that their id leads to.</summary>
public sealed class RegisterPushToken(IPushTokens tokens, IPeople people, TimeProvider time)
{
    /// <returns>False when the person is erased.</returns>
    public async Task<bool> SaveAsync(string userId, string token, string platform, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await tokens.SaveAsync(new PushToken(token, await PersonOfAsync(userId, cancellationToken), platform, now, now), cancellationToken);
    }

    /// <returns>Whether the person had it.</returns>
    public async Task<bool> RemoveAsync(string userId, string token, CancellationToken cancellationToken) =>
        await tokens.RemoveAsync(await PersonOfAsync(userId, cancellationToken), token, cancellationToken);

    /// <summary>An id never seen is its own person, until events say otherwise.</summary>
    private async Task<string> PersonOfAsync(string userId, CancellationToken cancellationToken) =>
        (await people.FindAsync(userId, cancellationToken))?.Person.PersonId ?? userId;
}
