//! Reads the kernel's table of mounts: does a path lie on another computer?

use std::path::{Path, PathBuf};

/// File systems on which SQLite's locks or flushes cannot be relied on.
const NETWORK: &[&str] = &[
    "9p",
    "afs",
    "ceph",
    "cifs",
    "coda",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "glusterfs",
    "gfs2",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// The kind of network file system that the path lies on, if it does.
pub fn network_kind(table: &str, path: &Path) -> Option<String> {
    let kind = kind_of(table, path)?;
    NETWORK.contains(&kind.as_str()).then_some(kind)
}

/// The kind of the deepest mount above the path; of equals the last, which
/// lies on top.
fn kind_of(table: &str, path: &Path) -> Option<String> {
    table
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ').skip(1);
            let point = PathBuf::from(unescape(fields.next()?));
            let kind = fields.next()?;
            path.starts_with(&point)
                .then(|| (point.components().count(), kind))
        })
        .max_by_key(|(depth, _)| *depth)
        .map(|(_, kind)| kind.to_owned())
}

/// The kernel writes blanks and backslashes in a path as three octal digits.
fn unescape(field: &str) -> String {
    [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .into_iter()
    .fold(field.to_owned(), |text, (code, plain)| {
        text.replace(code, plain)
    })
}

#[cfg(test)]
mod tests {
    use super::network_kind;
    use std::path::Path;

    const TABLE: &str = "\
/dev/vda / ext4 rw 0 0
proc /proc proc rw 0 0
server:/export /srv/shared nfs4 rw,vers=4.2 0 0
//nas/team /media/the\\040team cifs rw 0 0
/dev/vdb /srv/shared/local ext4 rw 0 0
";

    #[test]
    fn the_deepest_mount_decides() {
        let kind = |path: &str| network_kind(TABLE, Path::new(path));
        assert_eq!(kind("/home/desk/store"), None);
        assert_eq!(kind("/srv/shared/store").as_deref(), Some("nfs4"));
        assert_eq!(kind("/srv/shared/local/store"), None);
        assert_eq!(kind("/media/the team/store").as_deref(), Some("cifs"));
        assert_eq!(kind("/srv/sharedness/store"), None);
    }

    #[test]
    fn a_later_mount_on_the_same_point_covers_the_earlier() {
        let covered = format!("{TABLE}server:/home / nfs rw 0 0\n");
        let kind = network_kind(&covered, Path::new("/home/desk/store"));
        assert_eq!(kind.as_deref(), Some("nfs"));
    }
}
