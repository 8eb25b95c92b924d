using System.Buffers.Binary;

namespace Tunesmith.Peers.Loading;

/// <summary>
/// The versions of symbols that a 64-bit little-endian ELF library asks of other libraries (<c>.gnu.version_r</c>), and a change to
/// them: a version marked weak may be absent.
/// </summary>
/// <remarks>
/// The loader turns down a library as soon as one version it needs is missing, used or not. Marking a version weak is right only where
/// no relocation refers to a symbol of that version; <see cref="IsUsed"/> looks.
/// Layout: System V ABI, and "Symbol Versioning" in the Linux Standard Base.
/// </remarks>
internal sealed class VersionNeeds
{
    private const uint DynamicSymbols = 11; // SHT_DYNSYM
    private const uint Relocations = 4; // SHT_RELA
    private const uint SymbolVersions = 0x6FFFFFFF; // SHT_GNU_versym
    private const uint Needs = 0x6FFFFFFE; // SHT_GNU_verneed
    private const ushort Weak = 2; // VER_FLG_WEAK
    private const int RelocationSize = 24;

    private readonly byte[] _image;
    private readonly List<Section> _sections = [];

    /// <summary>Reads the section headers.</summary>
    /// <param name="image">The library's bytes; kept, and changed by <see cref="TryMarkWeak"/>.</param>
    /// <exception cref="InvalidDataException">It is no such library.</exception>
    public VersionNeeds(byte[] image)
    {
        _image = image;
        if (image.Length < 64 || !image.AsSpan(0, 6).SequenceEqual("\u007FELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("Expected a 64-bit little-endian ELF library, found another kind of file.");
        }

        int headers = checked((int)UInt64(0x28));
        int size = UInt16(0x3A);
        int count = UInt16(0x3C);
        for (int index = 0; index < count; index++)
        {
            int at = headers + (index * size);
            _sections.Add(new Section(
                UInt32(at + 4), checked((int)UInt64(at + 24)), checked((int)UInt64(at + 32)), (int)UInt32(at + 40), (int)UInt32(at + 44)));
        }
    }

    /// <summary>Marks a version as weak wherever it is needed.</summary>
    /// <returns>Whether it was needed at all.</returns>
    public bool TryMarkWeak(string version)
    {
        List<int> entries = [.. Entries(version)];
        foreach (int entry in entries)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_image.AsSpan(entry + 4), (ushort)(UInt16(entry + 4) | Weak));
        }

        return entries.Count > 0;
    }

    /// <summary>Whether a relocation refers to a symbol of a version.</summary>
    public bool IsUsed(string version)
    {
        HashSet<ushort> indexes = [.. Entries(version).Select(entry => UInt16(entry + 6))];
        Section versions = _sections.First(section => section.Type == SymbolVersions);
        foreach (Section section in _sections.Where(
            section => section.Type == Relocations && _sections[section.Link].Type == DynamicSymbols))
        {
            for (int at = section.Offset; at < section.Offset + section.Size; at += RelocationSize)
            {
                int symbol = (int)UInt32(at + 12); // the upper half of r_info
                if (indexes.Contains(UInt16(versions.Offset + (2 * symbol))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where the entries (Vernaux) of a version stand.</summary>
    private IEnumerable<int> Entries(string version)
    {
        foreach (Section section in _sections.Where(section => section.Type == Needs))
        {
            int names = _sections[section.Link].Offset;
            int need = section.Offset;
            for (int n = 0; n < section.Info; n++)
            {
                int entry = need + (int)UInt32(need + 8);
                for (int m = 0; m < UInt16(need + 2); m++)
                {
                    if (NameAt(names + (int)UInt32(entry + 8)) == version)
                    {
                        yield return entry;
                    }

                    entry += (int)UInt32(entry + 12);
                }

                need += (int)UInt32(need + 12);
            }
        }
    }

    private string NameAt(int offset) =>
        System.Text.Encoding.ASCII.GetString(_image, offset, Array.IndexOf(_image, (byte)0, offset) - offset);

    private ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_image.AsSpan(offset));

    private uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_image.AsSpan(offset));

    private ulong UInt64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(_image.AsSpan(offset));

    /// <summary>A section's header, as far as it is of use here.</summary>
    private readonly record struct Section(uint Type, int Offset, int Size, int Link, int Info);
}
