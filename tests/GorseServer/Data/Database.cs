namespace PersonalizationEngine.GorseServer.Data;

/// <summary>All rows in memory, sorted as lists give them. One request at a time has it: see the front door.</summary>
public sealed class Database
{
    private readonly Journal? _journal;
    private readonly SortedDictionary<string, User> _users = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Item> _items = new(StringComparer.Ordinal);
    private readonly SortedSet<FeedbackKey> _keys = [];
    private readonly Dictionary<FeedbackKey, Feedback> _feedback = [];
    private readonly Dictionary<string, HashSet<FeedbackKey>> _byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<FeedbackKey>> _byItem = new(StringComparer.Ordinal);

    public Database(Journal? journal)
    {
        _journal = journal;
        foreach (var change in journal?.Open() ?? []) Write(change);
    }

    /// <summary>Taken by whoever serves a request.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public IEnumerable<User> Users => _users.Values;

    public IEnumerable<Item> Items => _items.Values;

    public bool HasUser(string userId) => _users.ContainsKey(userId);

    public bool HasItem(string itemId) => _items.ContainsKey(itemId);

    public User? FindUser(string userId) => _users.GetValueOrDefault(userId);

    public Item? FindItem(string itemId) => _items.GetValueOrDefault(itemId);

    public Feedback? FindFeedback(FeedbackKey key) => _feedback.GetValueOrDefault(key);

    public IEnumerable<Feedback> FeedbackFrom(FeedbackKey first) =>
        _keys.Count == 0 || first > _keys.Max ? [] : _keys.GetViewBetween(first, _keys.Max).Select(key => _feedback[key]);

    public IEnumerable<Feedback> FeedbackOfUser(string userId) => Sorted(_byUser, userId);

    public IEnumerable<Feedback> FeedbackOfItem(string itemId) => Sorted(_byItem, itemId);

    public void Apply(Change change)
    {
        _journal?.Append(change);
        Write(change);
    }

    private void Write(Change change)
    {
        foreach (var user in change.Users) _users[user.UserId] = user;
        foreach (var item in change.Items) _items[item.ItemId] = item;
        foreach (var feedback in change.Feedback) Put(feedback);
        foreach (var key in change.DeletedFeedback) Remove(key);
        foreach (var userId in change.DeletedUsers)
        {
            _users.Remove(userId);
            foreach (var key in FeedbackOfUser(userId).Select(feedback => feedback.Key()).ToList()) Remove(key);
        }

        foreach (var itemId in change.DeletedItems)
        {
            _items.Remove(itemId);
            foreach (var key in FeedbackOfItem(itemId).Select(feedback => feedback.Key()).ToList()) Remove(key);
        }
    }

    private void Put(Feedback feedback)
    {
        var key = feedback.Key();
        if (_keys.Add(key))
        {
            Of(_byUser, key.UserId).Add(key);
            Of(_byItem, key.ItemId).Add(key);
        }

        _feedback[key] = feedback;
    }

    private void Remove(FeedbackKey key)
    {
        if (!_keys.Remove(key)) return;
        _feedback.Remove(key);
        _byUser[key.UserId].Remove(key);
        _byItem[key.ItemId].Remove(key);
    }

    private IEnumerable<Feedback> Sorted(Dictionary<string, HashSet<FeedbackKey>> index, string id) =>
        index.TryGetValue(id, out var keys) ? keys.Order().Select(key => _feedback[key]) : [];

    private static HashSet<FeedbackKey> Of(Dictionary<string, HashSet<FeedbackKey>> index, string id) =>
        index.TryGetValue(id, out var keys) ? keys : index[id] = [];
}
