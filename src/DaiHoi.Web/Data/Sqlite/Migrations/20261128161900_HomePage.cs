using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HomePage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "in_footer",
                table: "menu_item",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "logo_alt_en",
                table: "masthead",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "logo_alt_vi",
                table: "masthead",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "logo_id",
                table: "masthead",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note_en",
                table: "masthead",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "note_vi",
                table: "masthead",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "home_block",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    width = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    category_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_home_block", x => x.id);
                    table.CheckConstraint("ck_home_block_lines_within", "lines between 0 and 20");
                    table.CheckConstraint("ck_home_block_section_named", "(kind = 'Section') = (category_id is not null)");
                    table.ForeignKey(
                        name: "fk_home_block_category_category_id",
                        column: x => x.category_id,
                        principalTable: "category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "home_notice",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    text_vi = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    text_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    from_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    until_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_home_notice", x => x.id);
                    table.CheckConstraint("ck_home_notice_ends_after_it_begins", "from_at < until_at");
                });

            migrationBuilder.CreateIndex(
                name: "ix_masthead_logo_id",
                table: "masthead",
                column: "logo_id");

            migrationBuilder.CreateIndex(
                name: "ix_home_block_category_id",
                table: "home_block",
                column: "category_id");

            migrationBuilder.AddForeignKey(
                name: "fk_masthead_picture_logo_id",
                table: "masthead",
                column: "logo_id",
                principalTable: "picture",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // What stood in the pages of every portal until now becomes its own, to be changed at the desk: nothing that it
            // shows is another. A portal without a masthead is written by the next start, with the same words.
            migrationBuilder.Sql(
                """
                update masthead set
                    note_vi = 'Ghi rõ nguồn khi phát hành lại thông tin từ cổng này.',
                    note_en = 'Please name the source when you republish information from this portal.';
                insert into menu_item (position, label_vi, label_en, target, in_footer)
                select 1, 'Quy định sử dụng', 'Terms of use', '/trang/quy-dinh-su-dung', true from masthead;
                insert into menu_item (position, label_vi, label_en, target, in_footer)
                select 2, 'Bảo vệ dữ liệu cá nhân', 'Protection of personal data', '/trang/bao-ve-du-lieu', true from masthead;
                insert into menu_item (position, label_vi, label_en, target, in_footer)
                select 3, 'Tuyên bố về khả năng tiếp cận', 'Accessibility statement', '/trang/kha-nang-tiep-can', true from masthead;
                insert into menu_item (position, label_vi, label_en, target, in_footer)
                select 4, 'RSS', 'RSS', '/rss.xml', true from masthead;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("delete from menu_item where in_footer;");

            migrationBuilder.DropForeignKey(
                name: "fk_masthead_picture_logo_id",
                table: "masthead");

            migrationBuilder.DropTable(
                name: "home_block");

            migrationBuilder.DropTable(
                name: "home_notice");

            migrationBuilder.DropIndex(
                name: "ix_masthead_logo_id",
                table: "masthead");

            migrationBuilder.DropColumn(
                name: "in_footer",
                table: "menu_item");

            migrationBuilder.DropColumn(
                name: "logo_alt_en",
                table: "masthead");

            migrationBuilder.DropColumn(
                name: "logo_alt_vi",
                table: "masthead");

            migrationBuilder.DropColumn(
                name: "logo_id",
                table: "masthead");

            migrationBuilder.DropColumn(
                name: "note_en",
                table: "masthead");

            migrationBuilder.DropColumn(
                name: "note_vi",
                table: "masthead");
        }
    }
}
