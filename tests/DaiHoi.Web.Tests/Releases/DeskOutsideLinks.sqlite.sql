PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "migration_id" TEXT NOT NULL CONSTRAINT "pk___ef_migrations_history" PRIMARY KEY,
    "product_version" TEXT NOT NULL
);
INSERT INTO __EFMigrationsHistory VALUES('20261124205216_Initial','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261124215545_Accounts','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261125013324_EditorialDesk','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261125023153_MediaLibrary','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261125051715_MediaAttachments','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261125053606_DeskOutsideLinks','10.0.15');
CREATE TABLE IF NOT EXISTS "adoption" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_adoption" PRIMARY KEY AUTOINCREMENT,
    "source" TEXT NOT NULL,
    "adopted_on" TEXT NOT NULL,
    "odometer" INTEGER NULL,
    "week" INTEGER NULL,
    "month" INTEGER NULL,
    "year" INTEGER NULL
);
CREATE TABLE IF NOT EXISTS "article_view_day" (
    "day" TEXT NOT NULL,
    "article" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,
    CONSTRAINT "pk_article_view_day" PRIMARY KEY ("day", "article"),
    CONSTRAINT "ck_article_view_day_not_negative" CHECK (views >= 0)
);
CREATE TABLE IF NOT EXISTS "article_views" (
    "article" INTEGER NOT NULL CONSTRAINT "pk_article_views" PRIMARY KEY,
    "views" INTEGER NOT NULL,
    "adopted" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    CONSTRAINT "ck_article_views_not_negative" CHECK (views >= 0 and adopted >= 0)
);
CREATE TABLE IF NOT EXISTS "author" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_author" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL
);
INSERT INTO author VALUES(1,'Thu Hà','thu-ha');
CREATE TABLE IF NOT EXISTS "category" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_category" PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);
INSERT INTO category VALUES(1,'tin-tuc','Tin tức – sự kiện','News and events',1);
INSERT INTO category VALUES(2,'xay-dung-dang','Xây dựng Đảng','Party building',2);
INSERT INTO category VALUES(3,'van-ban','Văn bản','Documents',3);
INSERT INTO category VALUES(4,'thong-bao','Thông báo','Announcements',4);
CREATE TABLE IF NOT EXISTS "change_log" (
    "seq" INTEGER NOT NULL CONSTRAINT "pk_change_log" PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "at" TEXT NOT NULL
);
INSERT INTO change_log VALUES(1,'frame','2026-11-25 05:34:49.2696292');
INSERT INTO change_log VALUES(2,'articles','2026-11-25 05:34:49.2696292');
INSERT INTO change_log VALUES(3,'documents','2026-11-25 05:34:49.2696292');
INSERT INTO change_log VALUES(4,'articles','2026-11-25 05:34:49.5981788');
INSERT INTO change_log VALUES(5,'article:1','2026-11-25 05:34:49.5981788');
CREATE TABLE IF NOT EXISTS "link_group" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_link_group" PRIMARY KEY AUTOINCREMENT,
    "position" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL
);
INSERT INTO link_group VALUES(1,1,'Báo chí','Press');
CREATE TABLE IF NOT EXISTS "masthead" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_masthead" PRIMARY KEY,
    "office_vi" TEXT NOT NULL,
    "office_en" TEXT NOT NULL,
    "portal_vi" TEXT NOT NULL,
    "portal_en" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "telephone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "responsible_vi" TEXT NOT NULL,
    "responsible_en" TEXT NOT NULL,
    "made_up" INTEGER NOT NULL,
    CONSTRAINT "ck_masthead_is_one" CHECK (id = 1)
);
INSERT INTO masthead VALUES(1,'','','Cổng thông tin điện tử','Electronic portal','','','','Ban Biên tập','Editorial board',0);
CREATE TABLE IF NOT EXISTS "menu_item" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_menu_item" PRIMARY KEY AUTOINCREMENT,
    "position" INTEGER NOT NULL,
    "label_vi" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "target" TEXT NOT NULL
);
INSERT INTO menu_item VALUES(1,1,'Trang chủ','Home','/');
INSERT INTO menu_item VALUES(2,2,'Giới thiệu','About','/trang/gioi-thieu');
INSERT INTO menu_item VALUES(3,3,'Tin tức – sự kiện','News and events','/chuyen-muc/tin-tuc');
INSERT INTO menu_item VALUES(4,4,'Xây dựng Đảng','Party building','/chuyen-muc/xay-dung-dang');
INSERT INTO menu_item VALUES(5,5,'Văn bản chỉ đạo, điều hành','Documents','/van-ban');
INSERT INTO menu_item VALUES(6,6,'Thông báo','Announcements','/chuyen-muc/thong-bao');
INSERT INTO menu_item VALUES(7,7,'Liên hệ','Contact','/trang/lien-he');
CREATE TABLE IF NOT EXISTS "official_document" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_official_document" PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "in_force_from" TEXT NULL,
    "expired_on" TEXT NULL,
    "issuing_body" TEXT NOT NULL,
    "signatory" TEXT NULL,
    "summary" TEXT NOT NULL,
    "search_text" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "static_page" (
    "slug" TEXT NOT NULL CONSTRAINT "pk_static_page" PRIMARY KEY,
    "title_vi" TEXT NOT NULL,
    "body_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL
);
INSERT INTO static_page VALUES('bao-ve-du-lieu','Bảo vệ dữ liệu cá nhân','<p>Có thể đọc toàn bộ nội dung trên cổng mà không cần khai báo thông tin cá nhân. Trang này nói rõ cổng ghi nhận gì và không ghi nhận gì khi bạn truy cập.</p><h2>Đếm lượt truy cập</h2><p>Cổng đếm số lượt truy cập và lượt xem bài viết để biết nội dung nào được quan tâm. Để một người đọc nhiều trang không bị tính thành nhiều lượt, máy chủ tính một mã từ địa chỉ mạng, loại trình duyệt và một chuỗi ngẫu nhiên.</p><ul><li>Địa chỉ mạng và tên trình duyệt <strong>không được lưu</strong> cùng lượt truy cập.</li><li>Chuỗi ngẫu nhiên được thay mỗi ngày và hủy bỏ sau đó, nên mã của hôm nay không thể nối với mã của ngày khác hoặc truy ngược ra một người.</li><li><strong>Không dùng cookie</strong> để đếm lượt truy cập, không dùng dịch vụ thống kê của bên thứ ba.</li></ul><p>Cách tính từng con số được nêu tại <a href="/thong-ke">Thống kê truy cập</a>.</p><h2>Cookie</h2><p>Cổng chỉ đặt một cookie khi chính bạn chọn cỡ chữ, độ tương phản hoặc chế độ hiển thị, để giữ lựa chọn ấy cho lần sau. Cookie này không chứa thông tin nhận dạng. Nếu bạn không chọn, không có cookie nào được đặt.</p><h2>Thông tin bạn gửi cho cơ quan</h2><p>Thư và điện thoại gửi đến cơ quan chỉ được dùng để giải quyết nội dung bạn nêu. Bạn có quyền hỏi cơ quan đang giữ thông tin gì về mình và đề nghị sửa hoặc xóa theo quy định của pháp luật.</p><h2>Nội dung từ nơi khác</h2><p>Các trang trên cổng không tải phông chữ, hình ảnh hay mã chương trình từ máy chủ của bên khác.</p>','Privacy','<p>You can read everything on this portal without telling us who you are. This page says what is recorded when you visit, and what is not.</p><h2>How visits are counted</h2><p>The portal counts visits and article views to learn what readers care about. So that somebody who reads several pages is not counted several times, the server computes a key from the network address, the kind of browser and a random value.</p><ul><li>Your network address and the name of your browser <strong>are not stored</strong> with a visit.</li><li>The random value is replaced every day and then thrown away, so a key of today can be linked neither to that of another day nor back to a person.</li><li><strong>No cookie</strong> is used for counting, and no statistics service of a third party.</li></ul><p>What each number means is explained under <a href="/en/thong-ke">Visitor statistics</a>.</p><h2>Cookies</h2><p>One cookie is set only if you yourself choose a text size, a contrast or a colour scheme, so that your choice is kept for the next time. It identifies nobody. If you choose nothing, no cookie is set.</p><h2>What you send us</h2><p>Letters and calls are used only to deal with the matter that you raise. You may ask what information the office holds about you, and have it corrected or deleted as the law provides.</p><h2>Content from elsewhere</h2><p>Pages of this portal load no fonts, pictures or program code from the servers of others.</p>','2026-11-25 05:34:49.1831338');
INSERT INTO static_page VALUES('gioi-thieu','Giới thiệu','<p>Cổng thông tin điện tử cung cấp thông tin chính thức về hoạt động của cơ quan: tin tức, văn bản, thông báo và giải đáp nghiệp vụ.</p><h2>Nội dung trên cổng</h2><ul><li><strong>Tin tức – sự kiện, Xây dựng Đảng:</strong> tin, bài về hoạt động của cơ quan và các đơn vị trực thuộc.</li><li><strong>Văn bản chỉ đạo, điều hành:</strong> số, ký hiệu, ngày ban hành, trích yếu và tệp đính kèm; có thể tìm theo cơ quan ban hành, loại văn bản và năm.</li><li><strong>Thông báo:</strong> lịch họp, lịch tiếp công dân và những việc cần phổ biến rộng rãi.</li></ul><h2>Cách sử dụng</h2><p>Mỗi bài viết có bản in và bản lưu. Ô tìm kiếm nhận chữ có dấu hoặc không dấu; kết quả có dấu trùng khớp được xếp trước. Có thể theo dõi tin mới qua <a href="/rss.xml">RSS</a>, xem toàn bộ chuyên mục tại <a href="/so-do">Sơ đồ cổng</a>.</p><p>Số lượt truy cập ở cuối trang được tính theo cách nêu tại <a href="/thong-ke">Thống kê truy cập</a>.</p>','About','<p>This portal publishes the office''s official information: news, documents, announcements and answers to questions of procedure.</p><h2>What you will find here</h2><ul><li><strong>News and events, Party building:</strong> reports on the work of the office and of the organisations under it.</li><li><strong>Documents:</strong> number, date of issue, summary and attachments, searchable by issuing body, type and year.</li><li><strong>Announcements:</strong> meetings, reception days for citizens and whatever else concerns the public.</li></ul><h2>Using the portal</h2><p>Every article can be printed and saved. The search field accepts Vietnamese with or without diacritics; exact matches come first. You can follow the news by <a href="/rss.xml">RSS</a> and find every section on the <a href="/en/so-do">site map</a>.</p><p>How the visitor numbers at the foot of each page are counted is explained under <a href="/en/thong-ke">Visitor statistics</a>.</p><p>Articles and documents are published in Vietnamese.</p>','2026-11-25 05:34:49.1704061');
INSERT INTO static_page VALUES('kha-nang-tiep-can','Tuyên bố về khả năng tiếp cận','<p>Cổng được xây dựng để mọi người đều đọc được, kể cả người khiếm thị, người khó sử dụng chuột, người dùng điện thoại nhỏ hoặc đường truyền chậm. Mục tiêu là đáp ứng <strong>WCAG 2.2 mức AA</strong>.</p><h2>Những gì đã có</h2><ul><li>Dùng được toàn bộ bằng bàn phím; vị trí đang chọn luôn nhìn thấy; có liên kết bỏ qua đến nội dung chính.</li><li>Cấu trúc tiêu đề, bảng, danh sách và ngôn ngữ được khai báo để trình đọc màn hình đọc đúng.</li><li>Hình ảnh có văn bản thay thế hoặc chú thích.</li><li>Chỉnh được cỡ chữ (A− A A+), độ tương phản và chế độ nền tối; phóng đến 400% không phải cuộn ngang, trừ một số bảng rộng.</li><li>Không có nội dung tự chuyển động, tự phát tiếng hoặc tự mở. Đọc được khi tắt JavaScript.</li></ul><h2>Những gì còn hạn chế</h2><p>Tệp đính kèm của một số văn bản là bản do cơ quan ban hành cung cấp, có thể chưa đọc được bằng trình đọc màn hình. Khi cần, xin yêu cầu bản khác qua trang <a href="/trang/lien-he">Liên hệ</a>.</p><h2>Báo trở ngại</h2><p>Nếu gặp chỗ nào không đọc hoặc không dùng được, xin cho biết địa chỉ trang, thiết bị, trình duyệt và công cụ hỗ trợ đang dùng. Ban Biên tập trả lời trong mười ngày làm việc và nêu rõ bao giờ khắc phục.</p>','Accessibility statement','<p>This portal is meant to be read by everybody, including people who cannot see the screen or use a mouse, and people with a small telephone or a slow connection. It aims to conform to <strong>WCAG 2.2, level AA</strong>.</p><h2>What is in place</h2><ul><li>Everything works by keyboard; the focus is always visible; a link leads past the navigation to the main content.</li><li>Headings, tables, lists and languages are marked up so that screen readers announce them correctly.</li><li>Pictures have a text alternative or a caption.</li><li>Text size (A− A A+), contrast and a dark colour scheme can be chosen; at 400 % zoom nothing scrolls sideways except some wide tables.</li><li>Nothing moves, plays or opens by itself. The portal can be read without JavaScript.</li></ul><h2>Known limits</h2><p>The attachments of some documents are files supplied by the issuing body and may not be readable by a screen reader. Ask for another version by way of the <a href="/en/trang/lien-he">contact page</a>.</p><h2>Reporting a barrier</h2><p>If you cannot read or use something, please tell us the address of the page, your device and browser and the assistive technology that you use. We answer within ten working days and say when the barrier will be removed.</p>','2026-11-25 05:34:49.1831442');
INSERT INTO static_page VALUES('lien-he','Liên hệ','<p>Bạn đọc có thể liên hệ với Ban Biên tập để góp ý về nội dung, báo lỗi trong bài viết hoặc gửi phản ánh, kiến nghị.</p><h2>Khi gửi thư</h2><ul><li>Góp ý về một bài viết: xin ghi tiêu đề hoặc địa chỉ của bài.</li><li>Phản ánh, kiến nghị: xin ghi họ tên, địa chỉ và cách liên lạc để cơ quan trả lời.</li><li>Đơn khiếu nại, tố cáo gửi theo quy định của pháp luật, không gửi qua biểu mẫu hoặc thư góp ý.</li></ul><p>Địa chỉ, số điện thoại và thư điện tử của cơ quan ghi ở cuối mỗi trang. Ban Biên tập trả lời trong mười ngày làm việc.</p>','Contact','<p>Write to the editorial board to comment on an article, to report a mistake or to send a question or suggestion.</p><h2>Before you write</h2><ul><li>About an article: please give its headline or its address.</li><li>Questions and suggestions: please give your name, your address and how we can reach you.</li><li>Formal complaints and denunciations follow the procedure laid down by law and cannot be filed by an ordinary letter to the editors.</li></ul><p>Address, telephone number and e-mail of the office stand at the foot of every page. We answer within ten working days.</p>','2026-11-25 05:34:49.1830148');
INSERT INTO static_page VALUES('quy-dinh-su-dung','Quy định sử dụng','<p>Khi đọc, trích dẫn hoặc sử dụng lại thông tin trên cổng, bạn đọc vui lòng lưu ý những điểm dưới đây.</p><h2>Sử dụng lại thông tin</h2><ul><li>Được trích dẫn, đăng lại tin, bài nếu giữ đúng nội dung, ghi rõ nguồn và dẫn địa chỉ bài gốc.</li><li>Không cắt ghép, sửa đổi làm sai lệch ý nghĩa của bài viết, văn bản hoặc hình ảnh.</li><li>Ảnh, hình minh họa có ghi tên tác giả chỉ được dùng lại kèm tên tác giả ấy.</li></ul><h2>Giá trị của văn bản</h2><p>Văn bản đăng trên cổng để tra cứu. Khi cần viện dẫn, căn cứ vào bản chính do cơ quan ban hành phát hành.</p><h2>Đính chính</h2><p>Khi phát hiện sai sót, bạn đọc xin báo cho Ban Biên tập qua trang <a href="/trang/lien-he">Liên hệ</a>. Nội dung đã đính chính được ghi rõ thời điểm cập nhật trong bài.</p><h2>Liên kết ra ngoài</h2><p>Cổng dẫn liên kết đến trang của các cơ quan khác để bạn đọc tiện theo dõi và không chịu trách nhiệm về nội dung của những trang ấy.</p>','Terms of use','<p>Please keep to the following when you quote or reuse what is published on this portal.</p><h2>Reuse</h2><ul><li>News and articles may be quoted and republished if their content is left intact, the source is named and the original is linked.</li><li>Articles, documents and pictures must not be cut or altered in a way that changes their meaning.</li><li>Photographs and illustrations that carry a credit may be reused only with that credit.</li></ul><h2>Standing of documents</h2><p>Documents are published here for reference. For legal or official purposes, rely on the original issued by the body concerned.</p><h2>Corrections</h2><p>If you find a mistake, please tell the editorial board by way of the <a href="/en/trang/lien-he">contact page</a>. A corrected article states when it was updated.</p><h2>Links to other sites</h2><p>Links to the sites of other bodies are offered for convenience. The portal is not responsible for what those sites publish.</p>','2026-11-25 05:34:49.1831273');
CREATE TABLE IF NOT EXISTS "tag" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_tag" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "visit_carry_over" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_visit_carry_over" PRIMARY KEY,
    "saved_at" INTEGER NOT NULL,
    "visitors" BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS "visit_day" (
    "day" TEXT NOT NULL CONSTRAINT "pk_visit_day" PRIMARY KEY,
    "visits" INTEGER NOT NULL,
    "page_views" INTEGER NOT NULL,
    CONSTRAINT "ck_visit_day_not_negative" CHECK (visits >= 0 and page_views >= 0)
);
CREATE TABLE IF NOT EXISTS "website_link" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_website_link" PRIMARY KEY AUTOINCREMENT,
    "group_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "in_block" INTEGER NOT NULL,
    CONSTRAINT "fk_website_link_link_group_group_id" FOREIGN KEY ("group_id") REFERENCES "link_group" ("id") ON DELETE CASCADE
);
INSERT INTO website_link VALUES(1,1,1,'Báo Bình Phước','https://baobinhphuoc.example.vn',1);
CREATE TABLE IF NOT EXISTS "document_file" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_document_file" PRIMARY KEY AUTOINCREMENT,
    "document_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    CONSTRAINT "fk_document_file_official_document_document_id" FOREIGN KEY ("document_id") REFERENCES "official_document" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "article_author" (
    "article_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "pk_article_author" PRIMARY KEY ("article_id", "author_id"),
    CONSTRAINT "fk_article_author_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_article_author_author_author_id" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE
);
INSERT INTO article_author VALUES(1,1,1);
CREATE TABLE IF NOT EXISTS "article_revision" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_article_revision" PRIMARY KEY AUTOINCREMENT,
    "article_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "dateline" TEXT NULL,
    "lead" TEXT NOT NULL,
    "body_html" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "reason" TEXT NOT NULL, "saved_by_id" INTEGER NULL, "saved_by_name" TEXT NULL,
    CONSTRAINT "fk_article_revision_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
INSERT INTO article_revision VALUES(1,1,1,'Đại hội điểm ở xã Lộc Hòa',NULL,'Sáng 3-3, Đảng bộ xã Lộc Hòa tổ chức đại hội điểm với sự tham dự của 120 đại biểu.','<p>Đại hội bầu 15 đồng chí vào Ban Chấp hành.</p>','2020-03-04 07:42:00','Nhập từ trang cũ',NULL,NULL);
CREATE TABLE IF NOT EXISTS "article_tag" (
    "article_id" INTEGER NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "pk_article_tag" PRIMARY KEY ("article_id", "tag_id"),
    CONSTRAINT "fk_article_tag_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_article_tag_tag_tag_id" FOREIGN KEY ("tag_id") REFERENCES "tag" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "imported_page" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_imported_page" PRIMARY KEY AUTOINCREMENT,
    "identity" TEXT NOT NULL,
    "article_id" INTEGER NOT NULL,
    "content_sha256" TEXT NOT NULL,
    CONSTRAINT "fk_imported_page_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
INSERT INTO imported_page VALUES(1,'title:dai hoi diem o xa loc hoa|2020-03-04 14:42',1,'fde2068bc487377f9ad494d600800df53366e475fbcf188af97871bfd30161bd');
CREATE TABLE IF NOT EXISTS "old_address" (
    "path" TEXT NOT NULL CONSTRAINT "pk_old_address" PRIMARY KEY,
    "article_id" INTEGER NOT NULL,
    CONSTRAINT "fk_old_address_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "photo" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_photo" PRIMARY KEY AUTOINCREMENT,
    "article_id" INTEGER NOT NULL,
    "picture_id" INTEGER NULL,
    "caption" TEXT NOT NULL,
    "alternative_text" TEXT NOT NULL,
    "credit" TEXT NULL,
    CONSTRAINT "fk_photo_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_photo_picture_picture_id" FOREIGN KEY ("picture_id") REFERENCES "picture" ("id") ON DELETE RESTRICT
);
INSERT INTO photo VALUES(1,1,1,'Toàn cảnh đại hội','Hội trường','Thu Hà');
CREATE TABLE IF NOT EXISTS "imported_file" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_imported_file" PRIMARY KEY AUTOINCREMENT,
    "page_id" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "original" BLOB NOT NULL,
    "imported_at" TEXT NOT NULL,
    CONSTRAINT "fk_imported_file_imported_page_page_id" FOREIGN KEY ("page_id") REFERENCES "imported_page" ("id") ON DELETE CASCADE
);
INSERT INTO imported_file VALUES(1,1,'a.html','utf-8','f8aebe09dbc4898c096f0452d637a4d66abea52a059013ff1e9bbe776eac76dc',X'1f8b08000000000000038d903d4ec34010857b4ef10e00ecda0e0d5a6d411a17747001ff441e4bb163093b829a0b10210a8b8244118a2828a0f494eb8bcc4d9063528028e86634ef7b4ff30cd5c5dc1a9a45a935755ecf67b67f906e938384db1cfd2a17be2f20fc825bb7c5a5709b20749f9151a3dca8118e17e99d35e4fd9f27cf9acaea89d281f2b5afa1fdf3898f696854355caedca6cc109c04c7183cb7658658b8fde5835af8090909bf25e8577f642f859f73dc087fa0a6a8403a4c89f02e82e7eb03130fe2e6f43bfbc713b174bb06ded920e5c7324342ee1d4bb75ee0222a3125e95e2b905b9774e0afa941e8d6fb4d8dd5a87dd5475f1eace93772010000','2026-11-25 05:34:49.5776011');
CREATE TABLE IF NOT EXISTS "account" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_account" PRIMARY KEY AUTOINCREMENT,
    "display_name" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "closed_at" TEXT NULL,
    "locks" INTEGER NOT NULL,
    "language" TEXT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);
INSERT INTO account VALUES(1,'Minh Luận','2026-11-25 05:34:47.0744338',NULL,0,NULL,'minhluan','MINHLUAN','minhluan@example.vn','MINHLUAN@EXAMPLE.VN',0,NULL,'FR6MRY32ZXIS2UZHTQJ5I3JLPMSLMLHF','37e949cc-7630-4b6c-a042-49385538a485',NULL,0,0,NULL,1,0);
CREATE TABLE IF NOT EXISTS "audit_entry" (
    "seq" INTEGER NOT NULL CONSTRAINT "pk_audit_entry" PRIMARY KEY,
    "at" TEXT NOT NULL,
    "actor_id" INTEGER NULL,
    "actor_name" TEXT NOT NULL,
    "from_address" TEXT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_name" TEXT NOT NULL,
    "before" TEXT NULL,
    "after" TEXT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);
INSERT INTO audit_entry VALUES(1,'2026-11-25 05:34:47.162218',NULL,'./run',NULL,'account.opened','account:1','Minh Luận',NULL,'{"name":"minhluan","displayName":"Minh Luận","email":"minhluan@example.vn"}','','af3665cffc2c2cbd0b77177da30b298e45e1292370ec7c6a2cd449cafdff7f45');
INSERT INTO audit_entry VALUES(2,'2026-11-25 05:34:47.23799',NULL,'./run',NULL,'role.granted','account:1','Minh Luận',NULL,'{"role":"Reporter","organisation":"Tổ chức chủ quản"}','af3665cffc2c2cbd0b77177da30b298e45e1292370ec7c6a2cd449cafdff7f45','f162cb00af8ff6b5283b7aff71e04d123976db1d0b6484310a3b791b137cb8a4');
INSERT INTO audit_entry VALUES(3,'2026-11-25 05:34:47.279616',NULL,'./run',NULL,'password-link.given','account:1','Minh Luận',NULL,NULL,'f162cb00af8ff6b5283b7aff71e04d123976db1d0b6484310a3b791b137cb8a4','62ecb2699d6af26bc47ed28b4d628220ae96421e3e7d8ae4bf74675ad13d913d');
CREATE TABLE IF NOT EXISTS "organisation" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organisation" PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_id" INTEGER NULL,
    "path" TEXT NOT NULL,
    CONSTRAINT "ck_organisation_name_not_empty" CHECK (length(name) > 0),
    CONSTRAINT "fk_organisation_organisation_parent_id" FOREIGN KEY ("parent_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT
);
INSERT INTO organisation VALUES(1,'goc','Tổ chức chủ quản','Province',NULL,'/1/');
INSERT INTO organisation VALUES(2,'BP-LN','Đảng bộ huyện Lộc Ninh','District',1,'/1/2/');
INSERT INTO organisation VALUES(3,'BP-LN-LH','Đảng bộ xã Lộc Hòa','Grassroots',2,'/1/2/3/');
CREATE TABLE IF NOT EXISTS "account_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_account_claim" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_account_claim_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "account_login" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" INTEGER NOT NULL,
    CONSTRAINT "pk_account_login" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_account_login_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "account_passkey" (
    "credential_id" BLOB NOT NULL CONSTRAINT "pk_account_passkey" PRIMARY KEY,
    "user_id" INTEGER NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "fk_account_passkey_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "account_token" (
    "user_id" INTEGER NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_account_token" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_account_token_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "one_time_link" (
    "code_hash" TEXT NOT NULL CONSTRAINT "pk_one_time_link" PRIMARY KEY,
    "account_id" INTEGER NOT NULL,
    "expires_at" TEXT NOT NULL,
    "used_at" TEXT NULL,
    CONSTRAINT "fk_one_time_link_account_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
INSERT INTO one_time_link VALUES('e6d546dba729953d02f3b5a39fdafeeb89cc2b69c74abfa2c6d057e31de08ce1',1,'2026-11-26 05:34:47.271087',NULL);
CREATE TABLE IF NOT EXISTS "sign_in_session" (
    "key_hash" TEXT NOT NULL CONSTRAINT "pk_sign_in_session" PRIMARY KEY,
    "account_id" INTEGER NOT NULL,
    "started_at" TEXT NOT NULL,
    "seen_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "browser" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    CONSTRAINT "fk_sign_in_session_account_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "role_grant" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_role_grant" PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "granted_at" TEXT NOT NULL,
    "taken_back_at" TEXT NULL,
    CONSTRAINT "fk_role_grant_account_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_role_grant_organisation_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT
);
INSERT INTO role_grant VALUES(1,1,'Reporter',1,'2026-11-25 05:34:47.2267941',NULL);
CREATE TABLE IF NOT EXISTS "article_correction" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_article_correction" PRIMARY KEY AUTOINCREMENT,
    "article_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ck_article_correction_not_empty" CHECK (length(text) > 0),
    CONSTRAINT "fk_article_correction_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
INSERT INTO article_correction VALUES(1,1,'Đại hội có 120 đại biểu.','2020-03-05 01:00:00');
CREATE TABLE IF NOT EXISTS "article_step" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_article_step" PRIMARY KEY AUTOINCREMENT,
    "article_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "account_id" INTEGER NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NULL,
    "decided_for" TEXT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "fk_article_step_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
INSERT INTO article_step VALUES(1,1,'Corrected','2020-03-05 01:00:00',1,'Minh Luận','Đại hội có 120 đại biểu.',NULL,1);
CREATE TABLE IF NOT EXISTS "related_article" (
    "article_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "pk_related_article" PRIMARY KEY ("article_id", "other_id"),
    CONSTRAINT "ck_related_article_is_another" CHECK (article_id <> other_id),
    CONSTRAINT "fk_related_article_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_related_article_article_other_id" FOREIGN KEY ("other_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "working_copy" (
    "article_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "base_version" INTEGER NOT NULL,
    "kept_at" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    CONSTRAINT "pk_working_copy" PRIMARY KEY ("article_id", "account_id"),
    CONSTRAINT "fk_working_copy_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
INSERT INTO working_copy VALUES(1,1,1,'2020-03-05 02:00:00','{"Headline":"Đang gõ"}');
CREATE TABLE IF NOT EXISTS "article" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_article" PRIMARY KEY AUTOINCREMENT,
    "body_html" TEXT NOT NULL,
    "category_id" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "dateline" TEXT NULL,
    "expires_at" TEXT NULL,
    "featured" INTEGER NULL,
    "last_revision" INTEGER NOT NULL,
    "lead" TEXT NOT NULL,
    "lead_photo_id" INTEGER NULL,
    "organisation_id" INTEGER NULL,
    "publish_at" TEXT NULL,
    "published_at" TEXT NULL,
    "return_reason" TEXT NULL,
    "slug" TEXT NOT NULL,
    "source" TEXT NULL,
    "state_since" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "submitted_by_id" INTEGER NULL,
    "title" TEXT NOT NULL,
    "title_folded" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "withdrawn_at" TEXT NULL,
    "withdrawn_reason" TEXT NULL,
    "writer_id" INTEGER NULL,
    "writer_name" TEXT NULL,
    CONSTRAINT "ck_article_published_has_its_time" CHECK (status <> 'Published' or published_at is not null),
    CONSTRAINT "ck_article_title_not_empty" CHECK (length(title) > 0),
    CONSTRAINT "fk_article_category_category_id" FOREIGN KEY ("category_id") REFERENCES "category" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_article_organisation_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT
);
INSERT INTO article VALUES(1,'<p>Đại hội bầu 15 đồng chí vào Ban Chấp hành.</p>',1,'2020-03-04 07:42:00',NULL,NULL,NULL,1,'Sáng 3-3, Đảng bộ xã Lộc Hòa tổ chức đại hội điểm với sự tham dự của 120 đại biểu.',NULL,NULL,NULL,'2020-03-04 07:42:00',NULL,'dai-hoi-diem-o-xa-loc-hoa',NULL,'2020-03-04 07:42:00','Published',NULL,'Đại hội điểm ở xã Lộc Hòa','dai hoi diem o xa loc hoa','2020-03-04 07:42:00',2,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "picture" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_picture" PRIMARY KEY AUTOINCREMENT,
    "added_at" TEXT NOT NULL,
    "added_by_id" INTEGER NULL,
    "added_by_name" TEXT NULL,
    "alternative_text" TEXT NOT NULL,
    "caption" TEXT NOT NULL,
    "credit" TEXT NULL,
    "focal_x" INTEGER NOT NULL DEFAULT 50,
    "focal_y" INTEGER NOT NULL DEFAULT 50,
    "height" INTEGER NOT NULL,
    "licence" TEXT NULL,
    "name" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    CONSTRAINT "ck_picture_focal_point_inside" CHECK (focal_x between 0 and 100 and focal_y between 0 and 100)
);
INSERT INTO picture VALUES(1,'2020-03-05 02:00:00',NULL,NULL,'Hội trường','Toàn cảnh đại hội','Thu Hà',30,70,48,'CC BY 4.0','hoi-truong.jpg','hoi truong','3ec3b0e6f7f0f0a9d1c2b3a4958677869504132231405f6e7d8c9bab0c1d2e3f',64);
CREATE TABLE IF NOT EXISTS "attachment" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_attachment" PRIMARY KEY AUTOINCREMENT,
    "sha256" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "added_at" TEXT NOT NULL,
    "added_by_id" INTEGER NULL,
    "added_by_name" TEXT NULL,
    CONSTRAINT "ck_attachment_not_empty" CHECK (length > 0)
);
INSERT INTO attachment VALUES(1,'0f3b1c9d7e5a2468ace013579bdf02468ace13579bdf02468ace13579bdf0246',1234,'ke-hoach.pdf','Kế hoạch đại hội điểm','ke-hoach.pdf ke hoach dai hoi diem','2020-03-05 03:00:00',1,'Minh Luận');
CREATE TABLE IF NOT EXISTS "article_attachment" (
    "article_id" INTEGER NOT NULL,
    "attachment_id" INTEGER NOT NULL,
    CONSTRAINT "pk_article_attachment" PRIMARY KEY ("article_id", "attachment_id"),
    CONSTRAINT "fk_article_attachment_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_article_attachment_attachment_attachment_id" FOREIGN KEY ("attachment_id") REFERENCES "attachment" ("id") ON DELETE RESTRICT
);
INSERT INTO article_attachment VALUES(1,1);
CREATE TABLE IF NOT EXISTS "outside_link" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_outside_link" PRIMARY KEY AUTOINCREMENT,
    "address" TEXT NOT NULL,
    "in_blocks" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answer" INTEGER NULL,
    "silences" INTEGER NOT NULL,
    "asked_at" TEXT NULL,
    "next_at" TEXT NOT NULL,
    CONSTRAINT "ck_outside_link_silences_not_negative" CHECK (silences >= 0)
);
INSERT INTO outside_link VALUES(1,'https://baobinhphuoc.example.vn',1,'Gone',404,3,'2020-03-05 03:00:00','2020-03-12 03:00:00');
CREATE TABLE IF NOT EXISTS "outside_link_use" (
    "link_id" INTEGER NOT NULL,
    "article_id" INTEGER NOT NULL,
    CONSTRAINT "pk_outside_link_use" PRIMARY KEY ("link_id", "article_id"),
    CONSTRAINT "fk_outside_link_use_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_outside_link_use_outside_link_link_id" FOREIGN KEY ("link_id") REFERENCES "outside_link" ("id") ON DELETE CASCADE
);
INSERT INTO outside_link_use VALUES(1,1);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('article',1);
INSERT INTO sqlite_sequence VALUES('picture',1);
INSERT INTO sqlite_sequence VALUES('organisation',3);
INSERT INTO sqlite_sequence VALUES('account',1);
INSERT INTO sqlite_sequence VALUES('role_grant',1);
INSERT INTO sqlite_sequence VALUES('category',4);
INSERT INTO sqlite_sequence VALUES('menu_item',7);
INSERT INTO sqlite_sequence VALUES('change_log',5);
INSERT INTO sqlite_sequence VALUES('author',1);
INSERT INTO sqlite_sequence VALUES('article_revision',1);
INSERT INTO sqlite_sequence VALUES('imported_page',1);
INSERT INTO sqlite_sequence VALUES('imported_file',1);
INSERT INTO sqlite_sequence VALUES('article_step',1);
INSERT INTO sqlite_sequence VALUES('article_correction',1);
INSERT INTO sqlite_sequence VALUES('photo',1);
INSERT INTO sqlite_sequence VALUES('attachment',1);
INSERT INTO sqlite_sequence VALUES('link_group',1);
INSERT INTO sqlite_sequence VALUES('website_link',1);
INSERT INTO sqlite_sequence VALUES('outside_link',1);
CREATE UNIQUE INDEX "ux_adoption_source" ON "adoption" ("source");
CREATE INDEX "ix_article_author_author_id" ON "article_author" ("author_id");
CREATE UNIQUE INDEX "ux_article_revision_number" ON "article_revision" ("article_id", "number");
CREATE INDEX "ix_article_tag_tag_id" ON "article_tag" ("tag_id");
CREATE INDEX "ix_article_views_changed" ON "article_views" ("changed");
CREATE UNIQUE INDEX "ux_author_slug" ON "author" ("slug");
CREATE UNIQUE INDEX "ux_category_slug" ON "category" ("slug");
CREATE INDEX "ix_change_log_at" ON "change_log" ("at");
CREATE INDEX "ix_document_file_document_id" ON "document_file" ("document_id");
CREATE UNIQUE INDEX "ux_imported_file_bytes" ON "imported_file" ("page_id", "sha256");
CREATE INDEX "ix_imported_page_article_id" ON "imported_page" ("article_id");
CREATE UNIQUE INDEX "ux_imported_page_identity" ON "imported_page" ("identity");
CREATE INDEX "ix_official_document_issued_on" ON "official_document" ("issued_on");
CREATE INDEX "ix_old_address_article_id" ON "old_address" ("article_id");
CREATE INDEX "ix_photo_article_id" ON "photo" ("article_id");
CREATE INDEX "ix_photo_picture_id" ON "photo" ("picture_id");
CREATE UNIQUE INDEX "ux_tag_slug" ON "tag" ("slug");
CREATE INDEX "ix_website_link_group_id" ON "website_link" ("group_id");
CREATE UNIQUE INDEX "ux_account_email" ON "account" ("normalized_email");
CREATE UNIQUE INDEX "ux_account_name" ON "account" ("normalized_user_name");
CREATE INDEX "ix_account_claim_user_id" ON "account_claim" ("user_id");
CREATE INDEX "ix_account_login_user_id" ON "account_login" ("user_id");
CREATE INDEX "ix_account_passkey_user_id" ON "account_passkey" ("user_id");
CREATE INDEX "ix_audit_entry_actor" ON "audit_entry" ("actor_id", "seq");
CREATE INDEX "ix_audit_entry_at" ON "audit_entry" ("at");
CREATE INDEX "ix_audit_entry_subject" ON "audit_entry" ("subject", "seq");
CREATE INDEX "ix_one_time_link_account_id" ON "one_time_link" ("account_id");
CREATE INDEX "ix_organisation_parent_id" ON "organisation" ("parent_id");
CREATE INDEX "ix_organisation_path" ON "organisation" ("path");
CREATE UNIQUE INDEX "ux_organisation_code" ON "organisation" ("code");
CREATE INDEX "ix_role_grant_organisation_id" ON "role_grant" ("organisation_id");
CREATE UNIQUE INDEX "ux_role_grant_in_force" ON "role_grant" ("account_id", "role", "organisation_id") WHERE taken_back_at is null;
CREATE INDEX "ix_sign_in_session_account" ON "sign_in_session" ("account_id", "ended_at");
CREATE TRIGGER audit_entry_no_update before update on audit_entry begin select raise(abort, 'the audit log is append-only'); end;
CREATE TRIGGER audit_entry_no_delete before delete on audit_entry begin select raise(abort, 'the audit log is append-only'); end;
CREATE INDEX "ix_article_correction_article" ON "article_correction" ("article_id", "id");
CREATE INDEX "ix_article_step_article" ON "article_step" ("article_id", "id");
CREATE INDEX "ix_related_article_other_id" ON "related_article" ("other_id");
CREATE INDEX "ix_article_expires_at" ON "article" ("expires_at") WHERE expires_at is not null;
CREATE INDEX "ix_article_of_category" ON "article" ("category_id", "status", "published_at");
CREATE INDEX "ix_article_organisation_id" ON "article" ("organisation_id");
CREATE INDEX "ix_article_publish_at" ON "article" ("publish_at") WHERE publish_at is not null;
CREATE INDEX "ix_article_published" ON "article" ("status", "published_at");
CREATE INDEX "ix_article_state" ON "article" ("status", "state_since");
CREATE INDEX "ix_article_writer" ON "article" ("writer_id", "updated_at");
CREATE UNIQUE INDEX "ux_picture_sha256" ON "picture" ("sha256");
CREATE INDEX "ix_article_attachment_attachment" ON "article_attachment" ("attachment_id");
CREATE UNIQUE INDEX "ux_attachment_sha256" ON "attachment" ("sha256");
CREATE INDEX "ix_outside_link_next" ON "outside_link" ("next_at");
CREATE UNIQUE INDEX "ux_outside_link_address" ON "outside_link" ("address");
CREATE INDEX "ix_outside_link_use_article_id" ON "outside_link_use" ("article_id");
COMMIT;
