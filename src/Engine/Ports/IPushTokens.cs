using PersonalizationEngine.Engine.Delivery.PushTokens;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Who can be reached by push, and where.</summary>
public interface IPushTokens
{
    /// <summary>A token that was somebody else's is this person's from now on: it is the device that changed hands.</summary>
    /// <returns>False when the person is erased; nothing is kept then.</returns>
    Task<bool> SaveAsync(PushToken token, CancellationToken cancellationToken);

    /// <returns>Whether the person had it.</returns>
    Task<bool> RemoveAsync(string personId, string token, CancellationToken cancellationToken);

    /// <summary>The provider says that nobody is there any more.</summary>
    Task ForgetAsync(string token, CancellationToken cancellationToken);

    /// <summary>Of each person their tokens, the one seen last first; people without any are left out.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<PushToken>>> OfPeopleAsync(IReadOnlyCollection<string> people, CancellationToken cancellationToken);
}
