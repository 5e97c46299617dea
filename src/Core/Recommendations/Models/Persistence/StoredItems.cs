namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>
/// The items of a file by their ids. Numbers live as long as a process; a file counts its items from 0 and each process
/// finds its own numbers for them.
/// </summary>
internal static class StoredItems
{
    /// <summary>Left out of a file, or unknown to the process that reads it.</summary>
    public const int None = -1;

    /// <param name="isUsed">Of the process's numbers: whether the model speaks of the item.</param>
    /// <param name="ids">By the process's numbers; items with an empty id are left out.</param>
    /// <returns>By the process's numbers, the place of the item in the file or <see cref="None"/>.</returns>
    public static int[] Write(ModelWriter writer, bool[] isUsed, IReadOnlyList<string> ids)
    {
        var places = new int[isUsed.Length];
        var count = 0;
        for (var item = 0; item < places.Length; item++)
            places[item] = isUsed[item] && ids[item].Length > 0 ? count++ : None;

        writer.Count(count);
        for (var item = 0; item < places.Length; item++)
            if (places[item] != None) writer.Text(ids[item]);
        return places;
    }

    /// <returns>By place in the file, the process's number or <see cref="None"/>; no number twice.</returns>
    public static int[] Read(ref ModelReader reader, Func<string, int> numberOf)
    {
        // The shortest id is one byte long, and so is its length.
        var ids = new string[reader.Count(bytesEach: 2)];
        for (var place = 0; place < ids.Length; place++) ids[place] = reader.Text();
        // An id is looked up once all of them were read: looking up may mean adding.
        if (reader.IsBroken) return [];

        var numbers = Array.ConvertAll(ids, id => Math.Max(numberOf(id), None));
        HashSet<int> known = [];
        foreach (var number in numbers)
            if (number != None && !known.Add(number)) reader.Break();
        return numbers;
    }
}
